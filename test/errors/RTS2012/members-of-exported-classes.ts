'use mixmod';
import { lltype } from 'mixmod';
const Cell = lltype.Struct('Cell', ['next', lltype.Signed]);
class Hidden { x = 1; }
export class Holder {
  #own: lltype.Ptr<typeof Cell> | null = null;
  protected mine = lltype.nullptr(Cell);
  hidden = new Hidden(); // error RTS2012: the result of the exported function Holder.hidden is of type Hidden
  take(p: lltype.Ptr<typeof Cell>): void {} // error RTS2012: the parameter p of the exported function Holder.take is of type Ptr<Cell>
  static give(): Hidden { return new Hidden(); } // error RTS2012: the result of the exported function Holder.give is of type Hidden
}

// Marks of the source → what a debugger sees of them.
import type { Emitter, EmittersOf } from './emitter.ts';

/** One instruction that does nothing, on a line of its own. */
const statement: Emitter = (_op, { writer }) => {
  writer.call('mm.statement', []);
  return [];
};

const local: Emitter = (op, context) => {
  const values = op.args.map((arg) => context.value(arg));
  context.debug?.assign(op, values);
  return [];
};

export const SOURCE: EmittersOf<'source_statement' | 'source_local'> = {
  source_statement: statement,
  source_local: local,
};

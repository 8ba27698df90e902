'use mixmod';
import { i32 } from 'mixmod';
class Base {
  scale(x: number, y: number): number { return x * y; }
  make(): Base { return this; }
  note(x: number): void { last = x; }
  take(other: Child): number { return other.id() + 1; }
  id(): number { return 1; }
  count(from: number): number { return from; }
}
let last = 0;
class Child extends Base {
  extra = 3;
  override scale(x: number): number { return x + this.extra; }
  override make(): Child { return this; }
  override note(x: number): number { last = -x; return 7; }
  override take(other: Base): number { return other.id() + 10; }
  override id(): i32 { return 2; }
  override count(from: number, step: number = 5): number { return from + step; }
}
class Grandchild extends Child {
  override scale(x: number): number { return super.scale(x) * 100; }
  override id(): i32 { return 4; }
}
class Other extends Child {
  override scale(): number { return 9; }
}
function pick(kind: number): Base {
  return kind === 0 ? new Base() : kind === 1 ? new Child() : kind === 2 ? new Grandchild() : new Other();
}
function pickChild(kind: number): Child {
  return kind === 1 ? new Child() : kind === 2 ? new Grandchild() : new Other();
}
export function scale(kind: number): number { return pick(kind).scale(2, 5); }
export function scaleChild(kind: number): number { return pickChild(kind).scale(2); }
export function scaleOther(): number { return new Other().scale(); }
export function id(kind: number): number { return pick(kind).make().id(); }
export function idChild(kind: number): number { return pickChild(kind).make().extra + pickChild(kind).id(); }
export function note(kind: number): number { pick(kind).note(6); return last; }
export function noteChild(): number { return new Child().note(8) + last; }
export function take(kind: number): number { return pick(kind).take(new Child()); }
export function count(kind: number): number { return pick(kind).count(1) + (kind === 0 ? 0 : pickChild(kind).count(1, 100)); }
// scale(0) → 10
// scale(1) → 5
// scale(2) → 500
// scale(3) → 9
// scaleChild(1) → 5
// scaleChild(2) → 500
// scaleChild(3) → 9
// scaleOther() → 9
// id(0) → 1
// id(1) → 2
// id(2) → 4
// idChild(2) → 7
// note(0) → 6
// note(1) → -6
// noteChild() → -1
// take(0) → 3
// take(1) → 12
// count(0) → 1
// count(1) → 107

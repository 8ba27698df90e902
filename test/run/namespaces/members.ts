// Namespaces: functions, variables, classes, enums, nested ones, merged ones, other names for their members.
'use mixmod';
const scale = 2;
namespace Geometry {
  export let unit = scale;
  export function area(w: number, h: number): number {
    return helper(w * h);
  }
  function helper(x: number): number {
    calls++;
    return x * unit;
  }
  let calls = 0;
  export const count = (): number => calls;
  export class Point {
    static made = 0;
    constructor(
      readonly x: number,
      readonly y: number,
    ) {
      Point.made++;
    }
    plus(other: Point): Point {
      return new Point(this.x + other.x, this.y + other.y);
    }
  }
  export enum Kind {
    Flat,
    Round,
  }
  export interface Sized {
    size: number;
  }
  export namespace Deep {
    export const { a, b } = { a: 3, b: unit };
    export const twice = (x: number): number => area(x, 1) + a;
  }
}
namespace Geometry {
  export const extra = area(1, 1) + Deep.b;
}
namespace Other.Inner {
  export function helper(): string {
    return 'other';
  }
}
import Point = Geometry.Point;
import twice = Geometry.Deep.twice;
import Deep = Geometry.Deep;

export function f(): string {
  const p = new Geometry.Point(1, 2).plus(new Point(3, 4));
  const sized: Geometry.Sized = { size: 5 };
  Geometry.unit = 10;
  const numbers = [
    Geometry.area(2, 3),
    Geometry.Deep.twice(1),
    twice(2),
    Deep.a,
    Geometry.extra,
    Geometry.Kind.Round,
    p.x,
    Point.made,
    sized.size,
  ];
  Geometry.unit = scale;
  return `${numbers.join()} ${Other.Inner.helper()}`;
}
export const calls = (): number => Geometry.count();
// calls() → 1
// f() → '60,13,23,3,4,1,4,3,5 other'
// calls() → 4

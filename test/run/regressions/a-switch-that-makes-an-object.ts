'use mixmod';
class Shape { sides = 3; }
class Square extends Shape { override sides = 4; }
function make(kind: number): Shape {
  switch (kind) {
    case 0: {
      const made: Shape = new Square();
      if (made instanceof Square) return made;
      break;
    }
    default:
      return new Shape();
  }
  return new Shape();
}
export function sides(kind: number): number { return make(kind).sides; }
// sides(0) → 4
// sides(1) → 3

'use mixmod';
class Shape {
  constructor(readonly name: string) {}
  area(): number {
    return 0;
  }
}
export function f(side: number): string {
  class Square extends Shape {
    constructor(private readonly side: number) {
      super('square');
    }
    override area(): number {
      return this.side ** 2;
    }
  }
  class Cube extends Square {
    volume(side: number): number {
      return this.area() * side;
    }
  }
  const shapes: Shape[] = [new Square(side), new Cube(2), new Shape('none')];
  const cube = shapes[1];
  const volume = cube instanceof Cube ? cube.volume(2) : 0;
  return `${shapes.map((one) => `${one.name}${one.area()}`).join()} ${volume}`;
}
export function g(): string {
  class Square {
    x = 'other';
  }
  class Box<T> {
    constructor(readonly value: T) {}
  }
  const inner = (): string => new Square().x + new Box(1).value + new Box('t').value;
  return inner();
}
export function h(): number {
  class Even {
    test(n: number): boolean {
      return n === 0 || new Odd().test(n - 1);
    }
  }
  class Odd {
    test(n: number): boolean {
      return n !== 0 && new Even().test(n - 1);
    }
  }
  return [1, 2, 3, 10].filter((n) => new Even().test(n)).length;
}
// h() → 2
// f(3) → 'square9,square4,none0 8'
// g() → 'other1t'

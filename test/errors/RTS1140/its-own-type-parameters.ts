'use mixmod';
interface Source {
  first<T>(items: T[]): T; // error RTS1140: a method of an interface has type parameters of its own
}
class Plain implements Source {
  first(): never {
    throw new Error('none');
  }
}
export function f(): number {
  const source: Source = new Plain();
  return source.first([1, 2]);
}

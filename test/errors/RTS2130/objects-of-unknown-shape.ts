'use mixmod';
class Box {
  x = 1;
}
interface Loose {
  a: number;
  b?: number;
}
export function f(n: number): string {
  const loose: Loose = { a: n };
  const map = new Map<string, number>();
  // error RTS2130: the properties of { a: number; b: number | undefined } are not all known, or of types without a union
  const a = Object.keys(loose);
  // error RTS2130: the properties of Box are not all known, or of types without a union
  const b = Object.values(new Box());
  // error RTS2130: the properties of { a: number; b: number | undefined } are not all known, or of types without a union
  const c = Object.entries(loose);
  // error RTS2130: the properties of Map<string, f64> are not all known, or of types without a union
  const d = Object.keys(map);
  // error RTS2130: the properties of { x: number } are not all known, or of types without a union
  Object.assign({ x: 1 }, { y: 2 });
  // error RTS2130: the properties of { a: number; b: number | undefined } are not all known, or of types without a union
  Object.assign(loose, { a: 2 });
  // error RTS2130: the properties of string | number are not all known, or of types without a union
  return `${Object.is(1, 'a')} ${a.length + b.length + c.length + d.length}`;
}
export function g(n: number): void {
  Object.freeze({ n }); // error RTS1061: Object has no member freeze in RTypeScript
}

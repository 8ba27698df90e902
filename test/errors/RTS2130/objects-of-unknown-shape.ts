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
  // error RTS2130: the properties of { a: number; b: number | undefined } are not all known, or not of one type
  const a = Object.keys(loose);
  // error RTS2130: the properties of Box are not all known, or not of one type
  const b = Object.values(new Box());
  // error RTS2130: the properties of { x: number; y: Uint8Array } are not all known, or not of one type
  const c = Object.entries({ x: 1, y: new Uint8Array(1) });
  // error RTS2130: the properties of Map<string, f64> are not all known, or not of one type
  const d = Object.keys(map);
  // error RTS2130: the properties of { x: number } are not all known, or not of one type
  Object.assign({ x: 1 }, { y: 2 });
  // error RTS2130: the properties of { a: number; b: number | undefined } are not all known, or not of one type
  Object.assign(loose, { a: 2 });
  // error RTS2130: the properties of number are not all known, or not of one type
  return `${Object.is(1, 'a')} ${a.length + b.length + c.length + d.length}`;
}
export function g(n: number): void {
  Object.freeze({ n }); // error RTS1061: Object has no member freeze in RTypeScript
}

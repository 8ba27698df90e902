'use mixmod';
export function f(time: number): string {
  const date = new Date(time);
  const hours = date.getHours(); // error RTS1061: Date has no member getHours in RTypeScript
  // error RTS1001: TypeScript: Expected 0-1 arguments, but got 3. (TS2554)
  const local = new Date(2024, 1, 1);
  // error RTS2401: Date does not become text by itself
  const text = `${date} ${hours} ${local.getTime()}`;
  console.log(date); // error RTS2403: Date is no value that console shows
  // error RTS2130: the properties of Date are not all known, or of types without a union
  return text + Object.keys(date).length;
}
export function g(text: string): number {
  const { at } = JSON.parse(text) as { at: Date }; // error RTS2407: Date cannot be read from JSON
  return at.getTime();
}

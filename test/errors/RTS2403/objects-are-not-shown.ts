'use mixmod';
class Box {}
function f(items: number[], error: Error | null, bytes: Uint8Array): void {
  console.log('items', items); // error RTS2403: number[] is no value that console shows
  console.error(error); // error RTS2403: Error | null is no value that console shows
  // error RTS2403: Uint8Array is no value that console shows
  // error RTS2403: { x: number } is no value that console shows
  console.warn({ x: 1 }, bytes);
  console.info(new Box()); // error RTS2403: Box is no value that console shows
  console.table(1); // error RTS1061: console has no member table in RTypeScript
}
export function g(bytes: Uint8Array): void {
  f([1], null, bytes);
}

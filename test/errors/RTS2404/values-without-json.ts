'use mixmod';
import type { i64 } from 'mixmod';
class Box {
  x = 1;
}
interface Entry {
  name: string;
  counts: Map<string, number>;
}
export function f(n: i64, maybe: string | undefined): string {
  const entry: Entry = { name: 'a', counts: new Map() };
  const a = JSON.stringify(n); // error RTS2404: i64 has no JSON text
  const b = JSON.stringify(maybe); // error RTS2404: string | undefined has no JSON text
  const c = JSON.stringify([new Box()]); // error RTS2404: Box has no JSON text
  const d = JSON.stringify(entry); // error RTS2404: Map<string, f64> has no JSON text
  // error RTS2404: Error has no JSON text
  return a + b + c + d + JSON.stringify({ e: new Error('a'), n: new Uint8Array(1) });
}

'use mixmod';
// error RTS1121: a class extends Uint8Array, which is no class of the program
class Bytes extends Uint8Array {}
export function f(): number {
  return 1;
}

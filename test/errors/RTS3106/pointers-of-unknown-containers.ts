'use mixmod';
import { lltype } from 'mixmod';
export function f(): void {
  // error RTS3106: what a pointer of type AnyPtr points to is not known here
  let p: lltype.AnyPtr | null = null;
}

'use mixmod';
import { rffi } from 'mixmod';
export function f(text: string): void {
  // error RTS3111: rffi.scoped_str2charp is only used in a `using` declaration
  const s = rffi.scoped_str2charp(text);
}

'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): string {
  return `value ${a}`; // error RTS1070: templates with `${…}` are not part of RTypeScript yet
}

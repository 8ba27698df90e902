'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  const list = [1, 2, 3]; // error RTS1024: array literals are not part of RTypeScript yet
  return list.length;
}

'use mixmod';
import { comptime } from 'mixmod';
import type { i32 } from 'mixmod';
const half: i32 = comptime(() => 0.5); // error RTS2161: the value that `comptime` gives is not of type i32
// error RTS2161: the value[1] that `comptime` gives is not of type i32
const list: i32[] = comptime(() => [1, 2 ** 31]);
let later = 1;
// error RTS3102: later is not known when the module is built
const unknown = comptime(() => later + 1);
// error RTS3101: this fails when the module is built: too early
const thrown = comptime((): number => { throw new Error('too early'); });
export const f = (): number => half + list.length + unknown + thrown + later++;

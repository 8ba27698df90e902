'use mixmod';
import { offthread } from 'mixmod';
// error RTS3301: offthread makes a module-level constant of a function, and stands nowhere else
export let later = offthread((): number => 1);
// error RTS3301: offthread makes a module-level constant of a function, and stands nowhere else
export const number = offthread(5 as never);
// error RTS3301: offthread makes a module-level constant of a function, and stands nowhere else
function local(): void { const inner = offthread((): number => 2); }

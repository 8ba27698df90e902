'use mixmod';
import { offthread } from 'mixmod';
export const work = offthread((x: number): number => x + 1);
// error RTS3302: work runs on another thread: only JavaScript can call it
export function called(): void { work(1); }
// error RTS3302: work runs on another thread: only JavaScript can call it
export function kept(): void { const f = work; }

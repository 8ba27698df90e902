'use mixmod';
import { i32 } from 'mixmod';
export let counter: i32 = 0;
export function increment(): void { counter++; }

'use mixmod';
import { i32 } from 'mixmod';
export let counter: i32 = 0; // error RTS1063: the variable counter is exported and not constant

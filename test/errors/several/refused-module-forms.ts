'use mixmod';
import { i32 } from 'mixmod';
// error RTS1050: a class without a name is exported
export default class {}
// error RTS1162: good, all exports of a module, is exported to JavaScript
export * as good from './lib/good.ts';
export let counter: i32 = 0; // error RTS1063: the variable counter is exported and not constant
declare const ambient: i32; // error RTS1059: `declare` is not part of RTypeScript
declare namespace inner { const x: number; } // error RTS1047: this declaration only tells TypeScript of something elsewhere

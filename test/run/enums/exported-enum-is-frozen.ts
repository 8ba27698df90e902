'use mixmod';
import { i32 } from 'mixmod';
export enum Level { Low, High = 5, Top = 5 }
export function f(level: Level): i32 { return level === Level.High ? 1 : 0; }
// Object.isFrozen(Level) → true
// Object.keys(Level) → [ '0', '5', 'Low', 'High', 'Top' ]
// Level[5] → 'Top'

'use mixmod';
import { i32 } from 'mixmod';
export enum Level { Low, High = 5 }
export function f(level: Level): i32 { return level === Level.High ? 1 : 0; }
// Level.Low → 0
// Level.High → 5
// Level[5] → 'High'
// f(Level.High) → 1
// f(Level.Low) → 0

'use mixmod';
import { Level, Mode } from './lib/level.ts';
export function f(): number { return Level.High * 10 + Mode.On; }
// f() → 73

'use mixmod';
import { i32 } from 'mixmod';
// error RTS3002: the imported file './missing.ts' cannot be read
import { one } from './missing.ts';
export function f(): i32 { return one(); }

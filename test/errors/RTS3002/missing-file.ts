'use mixmod';
import { i32 } from 'mixmod';
import { one } from './missing.ts'; // error RTS3002: the imported file ./missing.ts cannot be read
export function f(): i32 { return one(); }

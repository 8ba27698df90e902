'use mixmod';
import { i32 } from 'mixmod';
class Point { x = 1; } // error RTS1020: classes are not part of RTypeScript yet
export function f(): i32 { return 1; }

'use mixmod';
import { i32 } from 'mixmod';
import { a } from './missing.ts'; // error RTS3002: the imported file './missing.ts' cannot be read
// error RTS3003: the import 'package' is neither a relative .ts file, nor 'mixmod', nor a package that gives RTypeScript
import { b } from 'package';
// error RTS1001: TypeScript: Module '"./lib/good.ts"' has no exported member 'missing'. (TS2305)
import { missing } from './lib/good.ts';
// error RTS2004: number does not become i32 by itself
export function f(x: number): i32 { return x; }

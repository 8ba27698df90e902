'use mixmod';
import { i32 } from 'mixmod';
// error RTS3003: the import 'package' is neither a relative .ts file, nor 'mixmod', nor a package that gives RTypeScript
import { one } from 'package';
export function f(): i32 { return one(); }

'use mixmod';
import { i32 } from 'mixmod';
// error RTS1050: default exports and default imports are not part of RTypeScript
export default function f(): void {}
// error RTS1051: this form of import or export is not part of RTypeScript
export * as good from './lib/good.ts';
export let counter: i32 = 0; // error RTS1063: the variable counter is exported and not constant
declare const ambient: i32; // error RTS1059: `declare` is not part of RTypeScript
namespace inner { export const x = 1; } // error RTS1047: namespaces are not part of RTypeScript

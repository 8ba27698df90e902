'use mixmod';
// error RTS1051: this form of import or export is not part of RTypeScript
import one = require('./lib/one.ts');
export function f(): void {}

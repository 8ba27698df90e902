'use mixmod';
// error RTS1050: default exports and default imports are not part of RTypeScript
import one from './lib/one.ts';
export function f(): number { return one(); }

'use mixmod';
// error RTS1051: this form of import or export is not part of RTypeScript
import { one } from './lib/one.ts' with { type: 'text' };
export function f(): number { return one(); }

'use mixmod';
// error RTS1051: this form of import or export is not part of RTypeScript
export * as one from './lib/one.ts';

'use mixmod';
// error RTS1162: one, all exports of a module, is exported to JavaScript
export * as one from './lib/one.ts';

'use mixmod';
export * from './lib/one.ts';

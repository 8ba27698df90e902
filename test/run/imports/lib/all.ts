'use mixmod';
export { default } from './shape.ts';
export { default as wrap } from './anonymous.ts';
export * as shape from './shape.ts';

// What `--emit` can write, in the order of the pipeline.
export const EMIT_KINDS = [
  'checked',
  'flow',
  'low',
  'optimized',
  'll',
  'asm',
  'js',
  'dts',
  'interface',
  'report',
] as const;
export type EmitKind = (typeof EMIT_KINDS)[number];

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
/** What is there before LLVM has been asked: `mixmod check` writes it. */
export const GRAPH_KINDS = EMIT_KINDS.filter((kind) => kind !== 'll' && kind !== 'asm');
export type EmitKind = (typeof EMIT_KINDS)[number];

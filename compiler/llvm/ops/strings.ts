// Strings → calls of the prelude.
import type { Emitter, EmittersOf } from './emitter.ts';

const withEnvironment =
  (name: string): Emitter =>
  (op, context) => [
    context.writer.call(name, [context.env, ...op.args.map((arg) => context.value(arg))]),
  ];

export const STRINGS: EmittersOf<
  'string_len' | 'string_unit' | 'string_eq' | 'string_compare' | 'string_from_unit'
> = {
  string_len: (op, context) => [
    context.writer.call(
      'mm.string_len',
      op.args.map((arg) => context.value(arg)),
    ),
  ],
  string_unit: withEnvironment('mm.string_unit'),
  string_from_unit: withEnvironment('mm.string_from_unit'),
  string_eq: withEnvironment('mm.string_eq'),
  string_compare: withEnvironment('mm.string_compare'),
};

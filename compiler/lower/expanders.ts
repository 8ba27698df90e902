// The table of expanders: total over the high ops, and over those of both levels whose operands may be split. All other
// ops have one low value for each operand and stay as they are.
import type { HighOpName, OpName } from '../graph/ops.ts';
import { ARRAY_BUFFER } from './array-buffer.ts';
import { CALLS } from './calls.ts';
import { DATA_VIEW } from './data-view.ts';
import { ERRORS } from './errors.ts';
import { GLOBALS } from './globals.ts';
import { INTEGER } from './integer.ts';
import { NULLABLE } from './nullable.ts';
import type { Expander } from './operands.ts';
import { OBJECTS } from './objects.ts';
import { RAW_MEMORY } from './raw-memory.ts';
import { refresh } from './stored.ts';
import { STRING } from './string.ts';
import { TYPED_ARRAY_COPY } from './typed-array-copy.ts';
import { TYPED_ARRAY } from './typed-array.ts';

type SplitOpName = keyof typeof CALLS | keyof typeof GLOBALS | keyof typeof OBJECTS;

const EXPANDERS: { readonly [K in HighOpName | SplitOpName]: Expander } = {
  ...INTEGER,
  ...STRING,
  ...NULLABLE,
  ...TYPED_ARRAY,
  ...TYPED_ARRAY_COPY,
  ...ARRAY_BUFFER,
  ...DATA_VIEW,
  view_refresh: refresh,
  ...RAW_MEMORY,
  ...GLOBALS,
  ...CALLS,
  ...OBJECTS,
  ...ERRORS,
};

/** Ops on scalars that exist at both levels. */
const unchanged: Expander = (low, { op, all }) =>
  low.results(
    op.name,
    all,
    op.results.map(({ type }) => type),
    op.attributes,
  );

export const expanderOf = (name: OpName): Expander =>
  (EXPANDERS as { readonly [name: string]: Expander })[name] ?? unchanged;

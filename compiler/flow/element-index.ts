// The index of a typed array's element as isize.
import type { Value } from '../graph/graph.ts';
import { INT_TYPES } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { FunctionFlow } from './function-flow.ts';

/** A number must be integral: the op raises RangeError for `a[1.5]`. */
export const elementIndex = (flow: FunctionFlow, index: Value, span: Span): Value =>
  index.type.kind === 'float'
    ? flow.value('float_to_index', [index], INT_TYPES.isize, span)
    : index;

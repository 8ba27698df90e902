// Memory that ends with the block of its `using` declaration: on the native stack where it is small and its size is known.
import type ts from 'typescript';
import { allocationSize } from '../../../runtime/lltype/layout.ts';
import type { Container } from '../../../runtime/lltype/types.ts';
import type { Expression, Local } from '../../program/nodes.ts';
import { pointerTo, VOID } from '../../program/types.ts';
import { builtin, isize, readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import { foldConstant } from '../fold-constant.ts';
import type { UsingParts } from './using-parts.ts';

export interface ScopedMemory {
  /** Its address. */
  readonly memory: Expression;
  /** What ends it. */
  readonly dispose: (local: Local) => Expression;
}

/** More would be noticed in the frames of recursive functions. */
const MOST_BYTES = 1024;

/** Of a container of fixed size. */
export const scopedMemory = (container: Container, node: ts.Node, context: Context): ScopedMemory =>
  scopedAllocation(
    {
      kind: 'raw-malloc',
      container,
      count: null,
      zero: false,
      stack: false,
      type: pointerTo(container),
      span: context.span(node),
    },
    context,
  );

/** The same memory as `malloc` gives, for the time of the block. */
export function scopedAllocation(memory: Expression, context: Context): ScopedMemory {
  const { span } = memory;
  // The frame of a generator is no native frame: what lies there is gone when it goes on.
  const onStack = context.currentFunction?.generator ? null : asStack(memory);
  return {
    memory: onStack ?? memory,
    dispose: (local) =>
      builtin(onStack ? 'lltype.end-stack' : 'lltype.free', [readLocal(local, span)], VOID, span),
  };
}

/** null where it does not fit. */
function asStack(memory: Expression): Expression | null {
  if (memory.kind !== 'raw-malloc') return null;
  const { container, count, span } = memory;
  const items = count ? foldConstant(count)?.value : 0n;
  if (typeof items !== 'bigint' || items < 0n || items > BigInt(MOST_BYTES)) return null;
  if (allocationSize(container, Number(items)) > MOST_BYTES) return null;
  return { ...memory, count: count && isize(Number(items), span), stack: true };
}

/** Memory of C's malloc for the time of the block. */
export const freeingParts = (value: Expression): UsingParts => ({
  value,
  type: value.type,
  dispose: (local) => builtin('lltype.free', [readLocal(local, value.span)], VOID, value.span),
});

// Functions that the boundary makes: no declaration of a program stands for them.
import type { CheckedFunction, Expression, Local, Statement } from '../../program/nodes.ts';
import { VOID, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';

interface Signature {
  /** Unique in the program. */
  readonly id: string;
  /** As stack traces name it; else as `id`. */
  readonly name?: string;
  readonly parameters: readonly Local[];
  readonly result: RtsType;
}

export const madeFunction = (
  { id, name = id, parameters, result }: Signature,
  body: readonly Statement[],
  span: Span,
): CheckedFunction => ({
  id,
  name,
  parameters: parameters.map((local) => ({ local, optional: false, type: local.type })),
  closure: null,
  captures: [],
  self: null,
  result,
  body,
  span,
  extent: span,
  documentation: '',
  isOfBoundary: true,
});

/** Gives the value of an expression, or has only its effect. */
export const madeOf = (signature: Signature, value: Expression, span: Span): CheckedFunction =>
  madeFunction(
    signature,
    [
      signature.result === VOID
        ? { kind: 'expression', expression: value, span }
        : { kind: 'return', value, span },
    ],
    span,
  );

// The closures that stand for functions of JavaScript, of each type (`runtime/library/host.ts`).
import type { Expression } from '../../program/nodes.ts';
import type { FunctionType } from '../../program/types.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { callInstanceOf, type Words } from './library-calls.ts';

type At = Pick<Words, 'node' | 'context'>;

export const foreignFunctions = (type: FunctionType, position: number, at: At): Expression =>
  hiddenVariable(
    // By the type itself the closures are known that JavaScript has.
    at.context.classes.crossingFunctions.get(type) ?? type,
    `functions of JavaScript ${position}`,
    () => callInstanceOf(['host', 'noForeign'], [type], [], at),
    at,
  );

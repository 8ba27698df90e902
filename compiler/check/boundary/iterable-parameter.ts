// A parameter of type `Iterable<T>` → a function of JavaScript that begins a walk and gives one that takes its steps: the glue makes it of
// whatever JavaScript can walk over, and the program an `Iterable` of it (`runtime/library/iterable.ts`).
import type { Expression, Parameter } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { callWith } from '../calls/function.ts';
import { ERROR_TYPE, type DeclaredFunction } from '../context.ts';
import { libraryInterfaceName } from '../iteration/iterable-class.ts';
import type { Words } from './library-calls.ts';
import type { PackedCallee } from './packed-export.ts';

type At = Pick<Words, 'node' | 'context'>;

interface Walked {
  readonly type: RtsType;
  readonly item: RtsType;
  /** Makes the `Iterable`. */
  readonly made: DeclaredFunction;
}

/** `crosses`: of items; what does not stays as it is, and is refused. */
export function takingIterables(
  callee: PackedCallee,
  crosses: (type: RtsType) => boolean,
  at: At,
): PackedCallee {
  const walked = callee.parameters.map((one) => walkedBy(one, crosses, at));
  if (walked.every((one) => one === null)) return callee;
  const parameters = callee.parameters.map((parameter, index): Parameter => {
    const open = walked[index]?.made.function.parameters[0]?.type;
    if (!open) return parameter;
    const local = at.context.temporary(parameter.local.name, open);
    return { ...parameter, local, type: open };
  });
  const before = callee.receiver === null ? 0 : 1;
  const call = (values: readonly Expression[]): Expression =>
    callee.call(
      values.map((value, index) => {
        const one = walked[index - before];
        if (!one) return value;
        const made = callWith(one.made, [value], [value], at.node, at.context);
        return at.context.convert(made, one.type, at.node);
      }),
    );
  return { ...callee, parameters, walked: walked.map((one) => one?.item ?? null), call };
}

function walkedBy(
  { local, optional, rest }: Parameter,
  crosses: (type: RtsType) => boolean,
  at: At,
): Walked | null {
  const { type } = local;
  if (optional || rest || type.kind !== 'object') return null;
  if (libraryInterfaceName(type, at.context) !== 'Iterable') return null;
  const item = at.context.classArguments(type)?.types[0];
  if (!item || item === ERROR_TYPE || !crosses(item)) return null;
  const found = at.context.libraryFunction('iterable', 'iterableOf');
  const made =
    found.kind === 'generic' ? found.generic.instance([item], at.node, at.context) : undefined;
  return made ? { type, item, made } : null;
}

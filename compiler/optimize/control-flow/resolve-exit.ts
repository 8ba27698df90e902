// An exit whose way is already known, to a goto; a branch on `!x` to the opposite branch on `x`.
import { sameConstant, sameValue } from '../../graph/constants.ts';
import type { Exit, Link, Op, Value } from '../../graph/graph.ts';

export interface Definitions {
  /** The op that makes a value in the graph as it was; undefined for inputs and constants. */
  definition(value: Value): Op | undefined;
}

export function resolveExit(exit: Exit, definitions: Definitions): Exit {
  const known = knownLink(exit);
  if (known) return { kind: 'goto', link: known };
  if (exit.kind !== 'branch') return exit;
  const op = definitions.definition(exit.condition);
  const operand = op?.name === 'bool_not' ? op.args[0] : undefined;
  if (!operand) return exit;
  const { whenTrue, whenFalse } = exit;
  return { kind: 'branch', condition: operand, whenTrue: whenFalse, whenFalse: whenTrue };
}

/** The one link that a branch or switch can take. */
export function knownLink(exit: Exit): Link | null {
  switch (exit.kind) {
    case 'branch': {
      const { condition, whenTrue, whenFalse } = exit;
      if (condition.kind === 'constant') return condition.value === true ? whenTrue : whenFalse;
      return sameLink(whenTrue, whenFalse) ? whenTrue : null;
    }
    case 'switch': {
      const { value, cases, otherwise } = exit;
      if (value.kind === 'constant') {
        return cases.find((item) => sameConstant(item.value, value))?.link ?? otherwise;
      }
      return cases.every(({ link }) => sameLink(link, otherwise)) ? otherwise : null;
    }
    default:
      return null;
  }
}

const sameLink = (a: Link, b: Link): boolean =>
  a.target === b.target &&
  a.args.every((arg, i) => {
    const other = b.args[i];
    return other !== undefined && sameValue(arg, other);
  });

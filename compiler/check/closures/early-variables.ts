// Variables that a closure can reach before their declaration: they exist from the block's beginning, each with a flag that
// says whether it has its value (ECMA-262 9.1.1.1: an uninitialised binding), at which reads in closures look.
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import { BOOLEAN } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, conditional, readLocal, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { raising } from '../raising.ts';

/** `ready`: the flag of each such variable. Only declarations among `statements` themselves are looked at. */
export function declareEarly(
  statements: readonly Statement[],
  ready: ReadonlyMap<Local, Local>,
): Statement[] {
  const early: Statement[] = [];
  const rest = statements.flatMap((statement): Statement[] => {
    if (statement.kind !== 'declare') return [statement];
    const { local, value, span } = statement;
    const flag = ready.get(local);
    if (!flag) return [statement];
    early.push({ kind: 'declare', local, value: null, span });
    early.push({ kind: 'declare', local: flag, value: constant(BOOLEAN, false, span), span });
    return [
      ...(value ? [assignment(local, value, span)] : []),
      assignment(flag, constant(BOOLEAN, true, span), span),
    ];
  });
  return [...early, ...rest];
}

const assignment = (local: Local, value: Expression, span: Span): Statement => ({
  kind: 'expression',
  expression: assign({ kind: 'local', local }, value, span),
  span,
});

/** `value`, or a ReferenceError where the variable does not have it yet. */
export function whenReady(
  value: Expression,
  ready: Local | null | undefined,
  name: string,
  context: Context,
): Expression {
  if (!ready) return value;
  const { span } = value;
  const no = raising(
    {
      id: `uninitialised ${name}`,
      name,
      error: 'ReferenceError',
      message: `Cannot access '${name}' before initialization`,
    },
    constant(BOOLEAN, false, span),
    context,
  );
  const test = conditional(readLocal(ready, span), constant(BOOLEAN, true, span), no, span);
  return sequence([test], value, span);
}

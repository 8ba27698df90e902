// What a callback throws cannot go through C's frames: it is kept in a variable of the module, and thrown when the C function that
// called the callback has returned.
import type ts from 'typescript';
import { CALLBACK_ERROR } from '../../graph/unit.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { CheckedFunction, Expression, GlobalVariable, Local } from '../../program/nodes.ts';
import { nullableOf, VOID } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, conditional, letIn, readLocal, readPlace, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import { absent, isNull, isPresent, unwrap, wrap } from '../nullable.ts';
import { programFiles } from '../typescript.ts';

const KEPT = nullableOf(ERROR_CLASSES.Error, true, false);

const programs = new WeakMap<ts.Program, { readonly key: object; readonly callsBack: boolean }>();

/** Only programs that say so have callbacks; others need not look after calls of C. */
function knowledge({ program }: Context): { readonly key: object; readonly callsBack: boolean } {
  let known = programs.get(program);
  if (!known) {
    const callsBack = programFiles(program).some(({ text }) =>
      /\bCCallback\b|\bFuncType\b/.test(text),
    );
    programs.set(program, (known = { key: {}, callsBack }));
  }
  return known;
}

function keptError(span: Span, context: Context): GlobalVariable {
  return context.made.hidden(knowledge(context).key, () => {
    const global: GlobalVariable = {
      id: 'error of a callback',
      name: 'error of a callback',
      type: KEPT,
      mutable: true,
      constant: null,
      span,
      documentation: '',
    };
    return { global, value: assign({ kind: 'global', global }, absent(KEPT, null, span), span) };
  });
}

const readKept = (span: Span, context: Context): Expression =>
  readPlace({ kind: 'global', global: keptError(span, context) }, KEPT, span);

/** True while an error is on its way: further callbacks do not run. */
export const isErrorKept = (span: Span, context: Context): Expression =>
  isPresent(readKept(span, context), span);

/** The first error stays. */
export function keepError(error: Expression, span: Span, context: Context): Expression {
  const kept = readKept(span, context);
  const value = conditional(isNull(kept, span), wrap(error, KEPT, span), kept, span);
  return assign({ kind: 'global', global: keptError(span, context) }, value, span);
}

/** The call of a C function, after which an error of a callback is thrown. */
export function rethrowing(call: Expression, isLeaf: boolean, context: Context): Expression {
  if (isLeaf || !knowledge(context).callsBack) return call;
  const { span, type } = call;
  const callee = rethrow(span, context);
  const check: Expression = { kind: 'call', callee, arguments: [], type: VOID, span };
  if (type === VOID) return { kind: 'sequence', effects: [call], value: check, type: VOID, span };
  const local = context.temporary('result', type);
  return letIn([{ local, value: call }], sequence([check], readLocal(local, span), span), span);
}

/** Throws the error that is kept, if one is. */
export function rethrow(span: Span, context: Context): CheckedFunction {
  return context.made.once(CALLBACK_ERROR, () => {
    const global = keptError(span, context);
    const local: Local = { name: 'error', type: KEPT, mutable: false };
    const error = readLocal(local, span);
    const none = absent(KEPT, null, span);
    return {
      id: CALLBACK_ERROR,
      name: 'rethrow',
      parameters: [],
      closure: null,
      captures: [],
      self: null,
      result: VOID,
      body: [
        { kind: 'declare', local, value: readKept(span, context), span },
        {
          kind: 'if',
          test: isPresent(error, span),
          whenTrue: [
            {
              kind: 'expression',
              expression: assign({ kind: 'global', global }, none, span),
              span,
            },
            { kind: 'throw-object', object: unwrap(error, span), span },
          ],
          whenFalse: [],
          span,
        },
      ],
      span,
      extent: span,
      documentation: '',
    };
  });
}

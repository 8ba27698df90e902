// Over a generator → a loop that goes on with it, and that ends it wherever the loop is left early (ECMA-262 7.4.11 IteratorClose).
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import type { Span } from '../../source/source-file.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import { readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import type { GeneratorClass } from '../generators/generator-class.ts';
import { resumeCall, yielded } from '../generators/generator-methods.ts';
import type { Rounds } from './rounds.ts';

export function walkGenerator(
  source: Expression,
  made: GeneratorClass,
  rounds: Rounds,
  context: Context,
): Statement[] {
  const { span } = source;
  const local = context.temporary('generator', source.type);
  const generator = readLocal(local, span);
  const loop = rounds.loop((target) => ({
    kind: 'loop',
    target,
    test: resumeCall(made, generator, false, span),
    testAtEnd: false,
    update: null,
    body: rounds.round(yielded(made, generator, span)),
    span,
  }));
  const declare: Statement = { kind: 'declare', local, value: source, span };
  if (endsUnseen(source)) return [declare, loop];
  const close: Statement = {
    kind: 'expression',
    expression: resumeCall(made, generator, true, span),
    span,
  };
  return [declare, closing(loop, close, span)];
}

/** A generator that only the loop has, and whose body does nothing where it is ended. */
const endsUnseen = (source: Expression): boolean =>
  source.kind === 'call' && source.callee.endsSilently === true;

/** Once it has ended, ending it again does nothing. What the loop throws is more than what ending the generator does. */
function closing(loop: Statement, close: Statement, span: Span): Statement {
  const error: Local = { name: 'error', type: ERROR_CLASSES.Error, mutable: false };
  return {
    kind: 'try',
    body: [loop],
    handler: {
      local: error,
      body: [
        { kind: 'try', body: [close], handler: { local: null, body: [] }, finalizer: null, span },
        { kind: 'throw-object', object: readLocal(error, span), span },
      ],
    },
    finalizer: [close],
    span,
  };
}

// Over a generator → a loop that goes on with it, and that ends it wherever the loop is left early.
import type { Expression, Statement } from '../../program/nodes.ts';
import { readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import type { GeneratorClass } from '../generators/generator-class.ts';
import { resumeCall, yielded } from '../generators/generator-methods.ts';
import { closing } from './closing.ts';
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
  return [declare, closing(loop, close, context)];
}

/** A generator that only the loop has, and whose body does nothing where it is ended. */
const endsUnseen = (source: Expression): boolean =>
  source.kind === 'call' && source.callee.endsSilently === true;

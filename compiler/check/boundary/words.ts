// The words in which values lie on their way: a variable of the module, which the glue fills when it has new ones.
import { WORDS_EXPORT } from '../../program/crossing.ts';
import type { CheckedFunction, Expression, GlobalVariable, Local } from '../../program/nodes.ts';
import { TYPED_ARRAYS, VOID, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, readLocal, readPlace } from '../build.ts';
import type { Context } from '../context.ts';
import { madeOf } from './made-function.ts';

export const WORDS_TYPE = TYPED_ARRAYS.get('Float64Array') as RtsType;

const WORDS = {};

export const words = (span: Span, context: Context): Expression =>
  readPlace({ kind: 'global', global: variable(span, context) }, WORDS_TYPE, span);

/** By the name of its export. */
export function wordsFunction(span: Span, context: Context): readonly [string, CheckedFunction] {
  const given: Local = { name: 'words', type: WORDS_TYPE, mutable: false };
  const global = variable(span, context);
  const value = assign({ kind: 'global', global }, readLocal(given, span), span);
  const signature = { id: 'set words', parameters: [given], result: VOID };
  const made = context.made.once(signature.id, () => madeOf(signature, value, span));
  return [WORDS_EXPORT, made];
}

const variable = (span: Span, context: Context): GlobalVariable =>
  context.made.hidden(WORDS, () => ({
    global: {
      id: context.made.uniqueId('words of the boundary'),
      name: 'words',
      type: WORDS_TYPE,
      mutable: true,
      constant: null,
      isOwn: true,
      span,
      documentation: '',
    },
    value: null,
  }));

// A callback's types → the source text of the function that C's call ends in: arguments from the frame, the call, the result into it.
import type { Assignment } from './assign.ts';
import { wordsSource } from './call-source.ts';
import { INCOMING, INCOMING_STACK, OUTGOING, RESULT, STACK } from './frame.ts';
import { isStructure } from './structure-type.ts';
import type { FfiType } from './types.ts';
import { checkSource, loadSource, storeSource, withoutText } from './value-source.ts';

/**
 * It gives what makes the function of `callable`, `types`, `result` and `name`, and uses `words`, `instance` and `copyOut`, and what modules/_ffi/support.ts gives.
 */
export function callbackSource(
  args: readonly FfiType[],
  result: FfiType,
  assignment: Assignment,
): string {
  const values = args.map((type, index) => valueOf(type, index, assignment));
  const names = args.map((_, index) => `a${index}`).join(', ');
  // The address for a result in memory, before anything else runs.
  const into =
    assignment.hidden === null
      ? ''
      : `const into = ${loadSource('pointer', incoming(assignment.hidden))};`;
  const call = `callable(${names})`;
  const body =
    result.kind === 'void' ? `${call};` : `const r = ${call}; ${resultSource(result, assignment)}`;
  return `return (callable, types, result, name) => function () {
  try {
    ${into}
    ${values.join('\n    ')}
    ${body}
  } catch (error) { keepError(error); }
};`;
}

/** Where an argument of the assignment lies when it comes in. */
const incoming = (word: number): number =>
  word >= STACK ? INCOMING_STACK + word - STACK : INCOMING + word;

function valueOf(type: FfiType, index: number, { args }: Assignment): string {
  const words = (args[index] ?? []).map(incoming);
  if (!isStructure(type)) return `const a${index} = ${loadSource(type.kind, words[0] ?? 0)};`;
  const source = wordsSource(`w${index}`, words);
  return `${source} const a${index} = instance(types[${index}], w${index});`;
}

/** Integers at the first word, floating point numbers behind them; but two of one kind follow each other. */
function outgoing(word: number, results: Assignment['results']): number {
  const first = results === 2 || word < RESULT + 2 ? OUTGOING : OUTGOING + 1;
  return first + ((word - RESULT) % 2);
}

function resultSource(result: FfiType, { result: places, results, hidden }: Assignment): string {
  const fail = `refuse('the result of ' + name + '()', result, r)`;
  const words = places.map((word) => outgoing(word, results));
  const first = words[0] ?? OUTGOING;
  if (!isStructure(result)) {
    const kind = withoutText(result.kind);
    return `${checkSource(kind, 'r', 'p', fail)} ${storeSource(kind, 'r', 'p', first)}`;
  }
  const checked = `const w = words(r, result) ?? ${fail};`;
  if (hidden !== null)
    return `${checked} copyOut(into, w, ${result.size}); ${storeSource('pointer', '', 'into', first)}`;
  const stores = words.flatMap((word, piece) => [
    `I32[${2 * word}] = w[${2 * piece}];`,
    `I32[${2 * word + 1}] = w[${2 * piece + 1}];`,
  ]);
  return `${checked} ${stores.join(' ')}`;
}

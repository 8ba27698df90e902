// A function's types → the source text of the function that calls it: checks, stores, the call, the result. Everything is checked before
// anything is stored, since a check may run code that calls again.
import type { Assignment } from './assign.ts';
import { CODE, LIVE, PENDING, SHAPE, STACK_WORDS } from './frame.ts';
import { heldSource, heldStores } from './held-structure.ts';
import { isStructure } from './structure-type.ts';
import type { FfiType } from './types.ts';
import { checkSource, loadSource, storeSource } from './value-source.ts';

export interface CallShape {
  readonly args: readonly FfiType[];
  readonly result: FfiType;
  readonly assignment: Assignment;
  /** `slow` where it calls JavaScript by a way that `_ffi` does not see; `leaf` where it never does; `released`: on another thread. */
  readonly way: 'fast' | 'leaf' | 'slow' | 'released';
  /** There are calls for its signature, which are `direct`. */
  readonly isDirect: boolean;
}

const isPointer = ({ kind }: FfiType): boolean =>
  kind === 'pointer' || kind === 'char_p' || kind === 'unichar_p';
const isText = ({ kind }: FfiType): boolean => kind === 'char_p' || kind === 'unichar_p';

/**
 * It uses `code`, `types`, `result`, `name`, `count`, `words`, and `held` and `held0` … of the function, and what modules/_ffi/support.ts gives.
 */
export function callSource(shape: CallShape): string {
  const { args, assignment, result } = shape;
  const parameters = args.map((_, index) => `a${index}`).join(', ');
  const usesScratch = args.some(isText) || assignment.hidden !== null;
  const release = usesScratch ? 'release(kept);' : '';
  const body = [
    ...args.map(checkOf),
    usesScratch ? 'const kept = mark();' : '',
    ...args.map(placeOf),
    ...(assignment.hidden === null ? [] : [hiddenSource(assignment.hidden, result)]),
    ...args.map((type, index) => storeOf(type, index, assignment)),
    targetSource(shape),
    callOf(shape, usesScratch),
    `if (I32[${PENDING}] !== 0) { ${release} throwPending(name); }`,
    ...args.map(keepOf),
    resultOf(shape),
    release,
    'return value;',
  ].filter((line) => line !== '');
  const calls = shape.isDirect
    ? 'const { fast: own_fast, slow: own_slow, text: own_text } = direct;\n'
    : '';
  return `${calls}let target = own.code;
own.retarget = (to) => { target = to; };
return function (${parameters}) {
  if (arguments.length !== ${args.length}) count(arguments.length);
  ${body.join('\n  ')}
};`;
}

const failOf = (index: number): string =>
  `refuse(name + '() argument ${index + 1}', types[${index}], a${index})`;

function checkOf(type: FfiType, index: number): string {
  const value = `a${index}`;
  const fail = failOf(index);
  if (isText(type))
    return `let p${index} = typeof ${value} === 'string' ? 0 : addressOf(${value}); if (p${index} < 0) ${fail};`;
  if (isStructure(type)) {
    const inMemory = `words(${value}, types[${index}]) ?? ${fail}`;
    if (!type.held) return `const w${index} = ${inMemory};`;
    const values = type.fields.map((_, field) => `${value}v${field} = ${value}.v${field}`);
    return `let w${index} = null, ${type.fields.map((_, field) => `${value}v${field}`).join(', ')};
  if (${value} instanceof held${index} && ${value}.memory === null) { ${values.join('; ')}; } else w${index} = ${inMemory};`;
  }
  return checkSource(type.kind, value, `p${index}`, fail);
}

/** Nothing but strings that are too long for all of the memory throws between `mark` and the call. */
function placeOf(type: FfiType, index: number): string {
  if (!isText(type)) return '';
  const place = type.kind === 'char_p' ? 'placeText' : 'placeWideText';
  const fail = `{ release(kept); ${failOf(index)}; }`;
  return `if (typeof a${index} === 'string' && (p${index} = ${place}(a${index})) < 0) ${fail}`;
}

function storeOf(type: FfiType, index: number, { args }: Assignment): string {
  const places = args[index] ?? [];
  if (isStructure(type)) {
    const copies = places.flatMap((word, piece) => [
      `I32[${2 * word}] = w${index}[${2 * piece}];`,
      `I32[${2 * word + 1}] = w${index}[${2 * piece + 1}];`,
    ]);
    if (!type.held) return copies.join(' ');
    const values = type.fields.map((_, field) => `a${index}v${field}`);
    return `if (w${index} === null) { ${heldStores(type, values, places)} } else { ${copies.join(' ')} }`;
  }
  return storeSource(type.kind, `a${index}`, `p${index}`, places[0] ?? 0);
}

const hiddenSource = (word: number, { size }: FfiType): string =>
  `const into = reserve(${size}); I32[${2 * word}] = FRAME + into; I32[${2 * word + 1}] = (FRAME + into) / 4294967296;`;

/** The stack's sizes are those that interp_calls.ts has calls for. */
function targetSource({ assignment: { stack, results }, isDirect }: CallShape): string {
  if (isDirect) return `F64[${CODE}] = target;`;
  const size = stack === 0 ? 0 : stack <= 8 ? 1 : 2;
  const shape = results === 3 ? 9 + size : results + 3 * size;
  return `F64[${CODE}] = target; I32[${SHAPE}] = ${shape}; I32[${STACK_WORDS}] = ${stack + (stack % 2)};`;
}

/**
 * The fast call must not run JavaScript. Each stands for itself: a call of one or the other would be slow. Where strings are to be
 * released, what the host throws is caught; not around the fast call, since V8 12 makes none where an exception would be caught.
 */
function callOf({ way, result, isDirect, assignment }: CallShape, releases: boolean): string {
  const of = isDirect ? 'own_' : '';
  const guarded = (call: string): string =>
    releases ? `try { ${call} } catch (error) { release(kept); throw error; }` : call;
  if (way === 'released') return guarded('released();');
  if (assignment.results === 3 && !isDirect) return guarded('extended();');
  if (result.kind === 'char_p') return `let made; ${guarded(`made = ${of}text();`)}`;
  if (way === 'leaf') return `${of}fast();`;
  const slow = guarded(`${of}slow();`);
  return way === 'slow' ? slow : `if (I32[${LIVE}] === 0) ${of}fast(); else { ${slow} }`;
}

/** The collector sees the argument until here: its memory is C's during the call. */
const keepOf = (type: FfiType, index: number): string =>
  isPointer(type) ? `if (a${index} === own) throw 0;` : '';

/** Statements that make the memory `name` of a structure. `Int32Array.of` takes longer than all else of a call. */
export function wordsSource(name: string, places: readonly number[]): string {
  const stores = places.map(
    (word, piece) =>
      `${name}[${2 * piece}] = I32[${2 * word}]; ${name}[${2 * piece + 1}] = I32[${2 * word + 1}];`,
  );
  return `const ${name} = new Int32Array(${2 * places.length}); ${stores.join(' ')}`;
}

/** Statements that make `value`. */
function resultOf({ result, assignment, way }: CallShape): string {
  if (!isStructure(result)) {
    const loaded = loadSource(result.kind, assignment.result[0] ?? 0);
    return `const value = ${result.kind === 'char_p' && way !== 'released' ? `made ?? ${loaded}` : loaded};`;
  }
  if (assignment.hidden !== null)
    return `const value = instance(result, I32.slice(into / 4, into / 4 + ${2 * Math.ceil(result.size / 8)}));`;
  if (result.held) return `const value = ${heldSource(result, 'held', assignment.result)};`;
  return `${wordsSource('w', assignment.result)} const value = instance(result, w);`;
}

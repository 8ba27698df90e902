// One native function that takes or gives words → the body of the JavaScript function that stands for it.
import { FIRST_WORDS } from './runtime.ts';
import {
  holds,
  isLive,
  isObjectResult,
  viewName,
  type Crossing,
  type CrossingExport,
} from '../../program/crossing.ts';
import { argumentHead } from '../argument-messages.ts';
import { expectedOf } from './expected.ts';
import type { GiveWriter } from './give.ts';
import { settling } from './settling.ts';
import type { TakeWriter } from './take.ts';

export interface Writers {
  readonly give: GiveWriter;
  readonly take: TakeWriter;
  /** How many the module has. */
  readonly classes: number;
  /** Some functions run on other threads. */
  readonly hasJobs: boolean;
  /** It has types of functions that cross: any call may lead back to JavaScript. */
  readonly callsBack: boolean;
}

export interface Entry {
  /** In messages. */
  readonly label: string;
  readonly crossing: CrossingExport;
  /** Of its native functions: `native3`, `again3`. */
  readonly index: number;
  /** An expression: the function whose caller is to blame for wrong arguments. */
  readonly by: string;
  /** An expression for the place of `this`, behind the words and the text; null where nothing stands for it. */
  readonly self: string | null;
}

export interface EntryText {
  /** Behind them: the texts of messages. */
  readonly constants: string;
  readonly parameters: string;
  readonly body: readonly string[];
}

/** A default ends the count of parameters that is a function's length. */
export function parametersOf({ parameters }: CrossingExport): string {
  const optional = parameters.findIndex((parameter) => parameter.optional);
  const names = parameters.map(({ rest }, i) =>
    rest ? `...a${i}` : i === optional ? `a${i} = undefined` : `a${i}`,
  );
  return names.join(', ');
}

export function entryText(entry: Entry, writers: Writers): EntryText {
  const { give } = writers;
  const { label, crossing, index, self } = entry;
  const { parameters, takesWords, takesText } = crossing;
  const leaves: string[] = [];
  const checks = parameters.map((parameter, i) => {
    const expected = expectedOf(parameter.declared);
    const text = parameter.isFlat
      ? give.leaves(parameter.crossing, `a${i}`, leaves, '', expected)
      : give.writeFirst(parameter.crossing, `a${i}`, expected);
    return `place = ${i}; step = ''; ${text}`;
  });
  const heads = parameters.map(({ name }, i) => argumentHead(label, i + 1, name));
  const own = [
    ...(takesWords ? ['base'] : []),
    ...(takesText ? ['text'] : []),
    ...(self === null ? [] : [self]),
  ];
  const call = result(entry, [...own, ...leaves].join(', '), writers);
  const tried = checked(checks, call, entry, writers);
  return {
    constants: heads.length === 0 ? '' : `const heads${index} = ${JSON.stringify(heads)};`,
    parameters: parametersOf(crossing),
    body: writers.callsBack || usesWords(crossing) ? withWords(tried, crossing, writers) : tried,
  };
}

/** A scalar for each argument and for the result: nothing lies in the words. */
const usesWords = ({ takesWords, takesText, isPackedResult, views }: CrossingExport): boolean =>
  takesWords || takesText || isPackedResult || views.length > 0;

function checked(
  checks: readonly string[],
  call: readonly string[],
  { index, by, crossing }: Entry,
  { callsBack }: Writers,
): readonly string[] {
  const called = callsBack ? ['words[0] = at;', ...call] : call;
  const error = callsBack ? 'back(error)' : 'error';
  if (checks.length === 0)
    return callsBack ? ['try {', ...called, '} catch (error) { throw back(error); }'] : call;
  // While functions have places that the program has not taken yet, none is let go of.
  const [begin, end] = crossing.parameters.some((one) => holds(one.crossing, isFunction))
    ? ['begin();', 'reading--;']
    : ['', ''];
  return [
    "let place = 0, step = '', isTaken = false;",
    begin,
    'try {',
    ...checks,
    `isTaken = true; ${end}`,
    ...called,
    '} catch (error) {',
    `if (isTaken) throw ${error};`,
    end,
    `throw said(within(error, step), heads${index}[place], ${by});`,
    '}',
  ];
}

const isFunction = (one: Crossing): boolean => one.kind === 'function';

/** Calls may be made while arguments are read: each leaves the words as they were. */
function withWords(
  body: readonly string[],
  { views, parameters }: CrossingExport,
  { callsBack, hasJobs }: Writers,
): readonly string[] {
  const names = views.map(viewName);
  const [before, settle] = settling(parameters.map((one) => one.crossing));
  return [
    before,
    ...names.map((view) => `const first${view} = count${view};`),
    'const base = at, textBefore = text, levelBefore = level;',
    ...(callsBack ? ['const usedBefore = inUse.length;'] : []),
    "text = '';",
    'level = 0;',
    'calls++;',
    ...(hasJobs ? ['const sendingBefore = sending;', 'sending = null;'] : []),
    'try {',
    `if (at + ${FIRST_WORDS} > words.length) grow(${FIRST_WORDS});`,
    ...body,
    '} finally {',
    settle,
    callsBack ? 'words[0] = at = base;' : 'at = base;',
    'text = textBefore;',
    'level = levelBefore;',
    ...(hasJobs ? ['sending = sendingBefore;'] : []),
    ...names.map((view) => `cut${view}(count${view} = first${view});`),
    ...(callsBack ? ['inUse.length = usedBefore;'] : []),
    'leave();',
    '}',
  ];
}

/** Of a code (`codeOf` in `check`). A method often gives its own object. */
function objectResult(crossing: Crossing, self: string | null, classes: number): readonly string[] {
  const base = crossing.kind === 'nullable' ? crossing.base : crossing;
  const [place, position] =
    classes === 1 || base.kind !== 'instance'
      ? ['code', '0']
      : [`Math.floor(code / ${classes})`, `code % ${classes}`];
  const absent =
    crossing.kind !== 'nullable'
      ? []
      : crossing.allowsNull && crossing.allowsUndefined
        ? ['if (code <= 0) return code === 0 ? null : undefined;']
        : [`if (code === 0) return ${crossing.allowsNull ? null : undefined};`];
  return [
    ...absent,
    ...(isLive(base)
      ? ['return values[code];']
      : base.kind === 'function'
        ? [`return closureAt${base.position}(code);`]
        : [
            ...(self === 'self' ? [`if (${place} === self) return this;`] : []),
            `return objectAt(${place}, ${position});`,
          ]),
  ];
}

/** The call, and what comes of it. */
function result(
  { crossing: { result: crossing, isPackedResult, givesText }, index, self }: Entry,
  args: string,
  { take, classes }: Writers,
): readonly string[] {
  if (isObjectResult(crossing))
    return [`const code = native${index}(${args});`, ...objectResult(crossing, self, classes)];
  if (!isPackedResult) return [`return native${index}(${args});`];
  const [text, end] = givesText ? ['text = ', 'textAt = 0;'] : ['', ''];
  return [
    `${text}native${index}(${args});`,
    'at = base;',
    // The first word says where the values end.
    `if (words[base] > words.length) { grow(words[base] - base); ${text}again${index}(base); }`,
    `at = base + 1; ${end}`,
    `return ${take.read(crossing)};`,
  ];
}

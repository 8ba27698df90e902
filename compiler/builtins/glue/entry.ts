// One native function that takes or gives words → the body of the JavaScript function that stands for it.
import { FIRST_WORDS } from './runtime.ts';
import {
  holds,
  isLive,
  isObjectResult,
  viewName,
  viewsIn,
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
  /** It has live values: their operations are called as functions are. */
  readonly hasOperations: boolean;
  /** It exports classes of errors. */
  readonly hasErrors: boolean;
  /** That, or values that are errors cross. */
  readonly knowsErrors: boolean;
  /** Some functions run on other threads. */
  readonly hasJobs: boolean;
  /** It has types of functions that cross: an error that leaves may have been JavaScript's. */
  readonly hasFunctions: boolean;
  /** Functions of JavaScript may give views of memory. */
  readonly givesViews: boolean;
  /** Calls may be given memory that is JavaScript's. */
  readonly takesViews: boolean;
  /** Functions of JavaScript take and give nothing but numbers and booleans. */
  readonly hasPlainCallbacks: boolean;
  /** The program throws errors that were JavaScript's as others: the glue has to give them back as they came. */
  readonly givesBack: boolean;
  /** Of a native function: calls of it may lead back to JavaScript. */
  readonly callsBack: (index: number) => boolean;
  /** Of a native function: its arguments and its result lie in the words. */
  readonly passesByWords: (index: number) => boolean;
  /** Of a native function: what it does with the function that it is given as that parameter ends with the call. */
  readonly isLent: (index: number, parameter: number) => boolean;
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
    const start = `place = ${i}; step = '';${parameter.walked ? ` a${i} = walking(a${i});` : ''}`;
    if (writers.isLent(index, i))
      return `${start} ${give.lentLeaf(parameter.crossing, `a${i}`, leaves, expected)}`;
    const text = parameter.isFlat
      ? give.leaves(parameter.crossing, `a${i}`, leaves, '', expected)
      : give.writeFirst(parameter.crossing, `a${i}`, expected);
    return `${start} ${text}`;
  });
  const heads = parameters.map(({ name }, i) => argumentHead(label, i + 1, name));
  const own = [
    ...(takesWords ? ['base'] : []),
    ...(takesText ? ['text'] : []),
    ...(self === null ? [] : [self]),
  ];
  const given = [...own, ...leaves];
  const call = writers.passesByWords(index)
    ? resultByWords(entry, given, writers)
    : callText(entry, given.join(', '), writers);
  const tried = checked(checks, call, leaves, entry, writers);
  return {
    constants: heads.length === 0 ? '' : `const heads${index} = ${JSON.stringify(heads)};`,
    parameters: parametersOf(crossing),
    body:
      writers.callsBack(index) || usesWords(crossing) || takesLive(crossing)
        ? withWords(tried, entry, writers)
        : withUse(tried, entry, writers),
  };
}

/** A scalar for each argument and for the result: nothing lies in the words. */
const usesWords = ({ takesWords, takesText, isPackedResult, views }: CrossingExport): boolean =>
  takesWords || takesText || isPackedResult || views.length > 0;

function checked(
  checks: readonly string[],
  call: readonly string[],
  leaves: readonly string[],
  { index, by, crossing }: Entry,
  { callsBack, givesBack, isLent }: Writers,
): readonly string[] {
  const called = callsBack(index) ? ['words[0] = at;', ...call] : call;
  const last = givesBack ? ['try {', ...called, '} catch (error) { throw back(error); }'] : called;
  if (checks.length === 0) return last;
  // While functions have places that the program has not taken yet, none is let go of.
  const isHolding = crossing.parameters.some(
    (one, parameter) => holds(one.crossing, isFunction) && !isLent(index, parameter),
  );
  const [begin, end] = isHolding ? ['begin();', 'reading--;'] : ['', ''];
  return [
    "let place = 0, step = '';",
    ...(leaves.length > 0 ? [`let ${leaves.join(', ')};`] : []),
    begin,
    'try {',
    ...checks,
    '} catch (error) {',
    end,
    `throw said(within(error, step), heads${index}[place], ${by});`,
    '}',
    end,
    // Behind it: what is thrown from there is not caught on its way.
    ...last,
  ];
}

const isFunction = (one: Crossing): boolean => one.kind === 'function';

/** Calls may be made while arguments are read: each leaves the words as they were. */
function withWords(
  body: readonly string[],
  { crossing, index }: Entry,
  {
    callsBack: mayCallBack,
    givesViews,
    hasFunctions,
    hasJobs,
    hasPlainCallbacks,
    isLent,
    passesByWords,
  }: Writers,
): readonly string[] {
  const names = crossing.views.map(viewName);
  const callsBack = mayCallBack(index);
  const isPlain = passesByWords(index) && hasPlainCallbacks;
  const uses = takesViews(crossing) ? hasFunctions : callsBack && givesViews;
  const lends = crossing.parameters.some((_, parameter) => isLent(index, parameter));
  const [before, settle] = settling(crossing.parameters.map((one) => one.crossing));
  return [
    before,
    ...names.map((view) => `const first${view} = count${view};`),
    isPlain ? 'const base = at;' : 'const base = at, textBefore = text, levelBefore = level;',
    ...(uses ? ['const usedBefore = inUse.length;'] : []),
    ...(lends ? ['const lentBefore = lentCount;'] : []),
    ...(isPlain ? [] : ["text = '';", 'level = 0;']),
    'calls++;',
    ...(hasJobs ? ['const sendingBefore = sending;', 'sending = null;'] : []),
    'try {',
    `if (at + ${FIRST_WORDS} > words.length) grow(${FIRST_WORDS});`,
    ...body,
    '} finally {',
    settle,
    callsBack ? 'words[0] = at = base;' : 'at = base;',
    ...(isPlain ? [] : ['text = textBefore;', 'level = levelBefore;']),
    ...(hasJobs ? ['sending = sendingBefore;'] : []),
    ...names.map((view) => `cut${view}(count${view} = first${view});`),
    ...(uses ? ['inUse.length = usedBefore;'] : []),
    ...(lends ? ['while (lentCount > lentBefore) lent[--lentCount] = undefined;'] : []),
    'leave();',
    '}',
  ];
}

/** Nothing of the call lies in the words; but memory that it is given is noted. */
const withUse = (
  body: readonly string[],
  { crossing }: Entry,
  { hasFunctions }: Writers,
): readonly string[] =>
  hasFunctions && takesViews(crossing)
    ? [
        'const usedBefore = inUse.length;',
        'try {',
        ...body,
        '} finally { inUse.length = usedBefore; }',
      ]
    : body;

const takesLive = ({ parameters }: CrossingExport): boolean =>
  parameters.some(({ crossing }) => holds(crossing, isLive));

export const takesViews = ({ parameters }: CrossingExport): boolean =>
  parameters.some(({ crossing }) => viewsIn(crossing).length > 0);

/** Of a code (`codeOf` in `check`). A method often gives its own object. */
function objectResult(
  { result: crossing, items }: CrossingExport,
  self: string | null,
  classes: number,
): readonly string[] {
  const base = crossing.kind === 'nullable' ? crossing.base : crossing;
  const [place, position] =
    classes === 1 || base.kind !== 'instance'
      ? ['code', '0']
      : [`Math.floor(code / ${classes})`, `code % ${classes}`];
  const absent =
    crossing.kind !== 'nullable'
      ? []
      : crossing.allowsNull && crossing.allowsUndefined
        ? ['if (code === 0 || code === -1) return code === 0 ? null : undefined;']
        : [`if (code === 0) return ${crossing.allowsNull ? null : undefined};`];
  return [
    ...absent,
    ...(isLive(base)
      ? ['return values[code];']
      : base.kind === 'function'
        ? [
            items
              ? `return new Steps(closureAt${base.position}(code));`
              : `return closureAt${base.position}(code);`,
          ]
        : [
            ...(self === 'self' ? [`if (${place} === self) return this;`] : []),
            `return objectAt(${place}, ${position});`,
          ]),
  ];
}

/** As `callText`; nothing but numbers and booleans goes either way. */
function resultByWords(
  { crossing, index, self }: Entry,
  args: readonly string[],
  { classes }: Writers,
): readonly string[] {
  const { result } = crossing;
  const call = [...args.map((value, i) => `words[base + ${i}] = ${value};`), `native${index}();`];
  if (isObjectResult(result))
    return [...call, 'const code = words[base];', ...objectResult(crossing, self, classes)];
  const kind = result.kind === 'scalar' ? result.type.kind : 'void';
  if (kind === 'void' || kind === 'undefined') return [...call, 'return;'];
  return [...call, `return words[base]${kind === 'boolean' ? ' !== 0' : ''};`];
}

/** The call, and what comes of it. */
function callText(
  { crossing, index, self }: Entry,
  args: string,
  { take, classes }: Writers,
): readonly string[] {
  const { result, isPackedResult, givesText } = crossing;
  if (isObjectResult(result))
    return [`const code = native${index}(${args});`, ...objectResult(crossing, self, classes)];
  if (!isPackedResult) return [`return native${index}(${args});`];
  const [text, end] = givesText ? ['text = ', 'textAt = 0;'] : ['', ''];
  return [
    `${text}native${index}(${args});`,
    'at = base;',
    // The first word says where the values end.
    `if (words[base] > words.length) { grow(words[base] - base); ${text}again${index}(base); }`,
    `at = base + 1; ${end}`,
    `return ${take.read(result)};`,
  ];
}

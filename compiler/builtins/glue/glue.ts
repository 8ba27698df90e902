// The exports whose values are more than scalars → a JavaScript function that makes them of the functions of a module which take and give
// words. Both executions run this text: compiled modules carry it and run it when they are loaded, untranslated ones contain it.
import {
  hiddenNames,
  offthreadExports,
  offthreadViews,
  viewExports,
  viewName,
  type CrossingExport,
  type CrossingParameter,
} from '../../program/crossing.ts';
import { argumentMessage } from '../argument-messages.ts';
import { expectedOf } from './expected.ts';
import { offthreadRuntime, offthreadWrapper } from './offthread.ts';
import { GiveWriter } from './give.ts';
import { FIRST_WORDS, GLUE_RUNTIME } from './runtime.ts';
import { TakeWriter } from './take.ts';

/** An expression: a function of the native exports (by name: packed functions, and those that give a result again) to a new object. */
export function glueText(exports: ReadonlyMap<string, CrossingExport>): string {
  const give = new GiveWriter();
  const take = new TakeWriter();
  const elsewhere = offthreadExports(exports).map(([name]) => name);
  const wrappers = [...exports].map(([name, one], index) =>
    one.isOffthread
      ? offthreadWrapper(name, one, index, elsewhere.indexOf(name), give, take)
      : wrapper(name, one, index, give, take, elsewhere.length > 0),
  );
  const natives = [...exports].flatMap(([name, { again, isOffthread, canGrow }], index) => [
    ...(isOffthread ? [] : [`const native${index} = native[${JSON.stringify(name)}];`]),
    ...(canGrow && !isOffthread ? [`const again${index} = native[${JSON.stringify(again)}];`] : []),
  ]);
  return [
    '((native) => {',
    "'use strict';",
    GLUE_RUNTIME,
    ...(elsewhere.length > 0 ? [offthreadRuntime(offthreadViews(exports))] : []),
    ...viewLists(exports),
    ...natives,
    ...give.functions,
    ...take.functions,
    ...wrappers.map(({ lines }) => lines),
    `return { ${wrappers.map(({ entry }) => entry).join(', ')} };`,
    '})',
  ].join('\n');
}

/** The functions on the lists of views, and how long the lists are. */
function viewLists(exports: ReadonlyMap<string, CrossingExport>): readonly string[] {
  const views = new Set([...exports.values()].flatMap((one) => one.views));
  const elsewhere = offthreadViews(exports);
  return [...views].map((view) => {
    const name = viewName(view);
    const kind = elsewhere.indexOf(view);
    const { put, get, cut } = viewExports(view);
    const native = (of: string): string => `native[${JSON.stringify(of)}]`;
    return [
      `let count${name} = 0;`,
      `const append${name} = ${native(put)}, find${name} = ${native(get)}, cut${name} = ${native(cut)};`,
      ...(kind < 0
        ? [
            `const get${name} = find${name};`,
            `const put${name} = (view) => { count${name}++; return append${name}(view); };`,
          ]
        : [
            `const get${name} = (index) => receiving === null ? find${name}(index) : receiving[${kind}][index];`,
            `const put${name} = (view) => { if (sending !== null) return send(${kind}, view); count${name}++; return append${name}(view); };`,
          ]),
    ].join('\n');
  });
}

/** A default ends the count of parameters that is the function's length. */
function namesOf(parameters: readonly CrossingParameter[]): readonly string[] {
  const optional = parameters.findIndex((parameter) => parameter.optional);
  return parameters.map(({ rest }, i) =>
    rest ? `...a${i}` : i === optional ? `a${i} = undefined` : `a${i}`,
  );
}

/** A method, so that its name is the export's. */
function wrapper(
  name: string,
  one: CrossingExport,
  index: number,
  give: GiveWriter,
  take: TakeWriter,
  /** A getter of an argument for another thread may call it. */
  isInner: boolean,
): { readonly lines: string; readonly entry: string } {
  const { parameters, takesWords, takesText } = one;
  const views = one.views.map(viewName);
  const hasLists = isInner && views.length > 0;
  const names = namesOf(parameters);
  const leaves: string[] = [];
  const checks = parameters.map((parameter, i) => {
    const { crossing, declared, isFlat } = parameter;
    const expected = expectedOf(declared);
    const text = isFlat
      ? give.leaves(crossing, `a${i}`, leaves, '', expected)
      : give.writeFirst(crossing, `a${i}`, expected);
    return `place = ${i}; step = ''; ${text}`;
  });
  const heads = parameters.map((parameter, i) =>
    argumentMessage(name, i + 1, parameter.name, '', '').replace(/ must be .*$/s, ''),
  );
  const own = [...(takesWords ? ['words', 'base'] : []), ...(takesText ? ['text'] : [])];
  const args = [...own, ...leaves].join(', ');
  const entry = JSON.stringify(name);
  const lines = [
    `const heads${index} = ${JSON.stringify(heads)};`,
    `const export${index} = {`,
    `${entry}(${names.join(', ')}) {`,
    ...views.map((view) => `const first${view} = count${view};`),
    'const base = at, textBefore = text, levelBefore = level;',
    ...(hasLists ? ['const sendingBefore = sending;', 'sending = null;'] : []),
    "let place = 0, step = '', isTaken = false;",
    "text = '';",
    'level = 0;',
    'calls++;',
    `if (at + ${FIRST_WORDS} > words.length) grow(${FIRST_WORDS});`,
    'try {',
    ...checks,
    'isTaken = true;',
    ...result(one, index, args, take),
    '} catch (error) {',
    `throw isTaken ? error : said(within(error, step), heads${index}[place], export${index});`,
    '} finally {',
    'at = base;',
    'text = textBefore;',
    'level = levelBefore;',
    ...(hasLists ? ['sending = sendingBefore;'] : []),
    ...views.map((view) => `cut${view}(count${view} = first${view});`),
    'leave();',
    '}',
    '},',
    `}[${entry}];`,
  ];
  return { lines: lines.join('\n'), entry: `${entry}: export${index}` };
}

/** The call, and what comes of it. */
function result(
  { result: crossing, isPackedResult, givesText }: CrossingExport,
  index: number,
  args: string,
  take: TakeWriter,
): readonly string[] {
  if (!isPackedResult) return [`return native${index}(${args});`];
  const [text, end] = givesText ? ['text = ', 'textAt = 0;'] : ['', ''];
  return [
    `${text}native${index}(${args});`,
    'at = base;',
    // The first word says where the values end.
    `if (words[base] > words.length) { grow(words[base] - base); ${text}again${index}(words, base); }`,
    `at = base + 1; ${end}`,
    `return ${take.read(crossing)};`,
  ];
}

/** As compiled modules run it: a function of all native exports to those that JavaScript gets, in the same order. */
export function moduleGlueText(exports: ReadonlyMap<string, CrossingExport>): string {
  const hidden = [...hiddenNames(exports.values())];
  return [
    '((native) => {',
    'const all = Object.getOwnPropertyDescriptors(native);',
    `const made = ${glueText(exports)}(native);`,
    `for (const name of ${JSON.stringify(hidden)}) delete all[name];`,
    'for (const name of Object.keys(made)) all[name] = { ...all[name], value: made[name] };',
    'return Object.defineProperties({}, all);',
    '})',
  ].join('\n');
}

// The exports whose values are more than scalars, and classes → what JavaScript gets, made of the functions of a module that take and give
// words. Both executions run this text: compiled modules carry it and run it when they are loaded, untranslated ones contain it.
import {
  againExport,
  callsBack,
  constantExport,
  holds,
  isLive,
  knowsErrors,
  hasErrors,
  hasPlaces,
  hiddenNames,
  lentKey,
  offthreadExports,
  offthreadViews,
  packedExports,
  viewExports,
  viewsIn,
  viewName,
  viewsOf,
  type CrossingExport,
  type ModuleCrossings,
} from '../../program/crossing.ts';
import { ClassWriter } from './class.ts';
import { entryText, takesViews, type Writers } from './entry.ts';
import { FunctionWriter, isPlainFunction } from './function.ts';
import { GiveWriter } from './give.ts';
import { LiveWriter } from './live.ts';
import { offthreadRuntime, offthreadWrapper } from './offthread.ts';
import { NO_FACTS, type GlueFacts } from './native-facts.ts';
import { PLACES_RUNTIME } from './places.ts';
import { GLUE_RUNTIME } from './runtime.ts';
import { TakeWriter } from './take.ts';

/**
 * An expression: a function of the native exports (by name: packed functions, and those that give a result again) to a new object.
 * `facts`: of the native functions.
 */
export function glueText(crossings: ModuleCrossings, facts: GlueFacts = NO_FACTS): string {
  const natives = new Map([...packedExports(crossings)].map(([name], index) => [name, index]));
  const writers = writersOf(crossings, facts);
  const jobs = offthreadExports(crossings).map(([name]) => name);
  const indexOf = (name: string): number => natives.get(name) as number;
  const functionsOfGlue = [...crossings.functions].filter(([name]) => !facts.isItself(name));
  const wrappers = functionsOfGlue.map(([name, one]) =>
    one.isOffthread
      ? offthreadWrapper(name, one, indexOf(name), jobs.indexOf(name), writers)
      : wrapper(name, one, indexOf(name), writers),
  );
  const classes = new ClassWriter(crossings.classes, indexOf, writers);
  const functions = new FunctionWriter(crossings.functionTypes, indexOf, writers);
  const live = new LiveWriter(crossings.operations, writers);
  const constants = [...crossings.constants].map(([name, one]) =>
    constantText(name, one, indexOf(constantExport(name)), writers),
  );
  const entries = [...wrappers, ...constants].map(({ entry }) => entry);
  return [
    '((native) => {',
    "'use strict';",
    GLUE_RUNTIME,
    ...(jobs.length > 0 ? [offthreadRuntime(offthreadViews(crossings))] : []),
    ...viewLists(crossings),
    ...nativeFunctions(crossings, indexOf),
    ...(hasPlaces(crossings) ? [PLACES_RUNTIME] : []),
    ...classes.head,
    ...functions.head,
    ...live.head,
    ...writers.give.functions,
    ...writers.take.functions,
    ...functions.lines,
    ...live.lines,
    ...wrappers.map(({ lines }) => lines),
    ...classes.lines,
    ...(constants.length > 0 ? [FROZEN] : []),
    ...constants.map(({ lines }) => lines),
    `return { ${[...entries, ...classes.entries].join(', ')} };`,
    '})',
  ].join('\n');
}

function writersOf(crossings: ModuleCrossings, facts: GlueFacts): Writers {
  const packed = packedExports(crossings);
  const hasFunctions = callsBack(crossings);
  const lent = [...packed].map(([name, one]) => lentParameters(name, one, crossings));
  const byWords = [...packed.keys()].map((name) => facts.passesByWords(name));
  const calling = [...packed.keys()].map((name) => hasFunctions && facts.callsBack(name));
  return {
    give: new GiveWriter(),
    take: new TakeWriter(),
    classes: crossings.classes.length,
    hasErrors: hasErrors(crossings.classes),
    knowsErrors: knowsErrors(crossings),
    hasJobs: offthreadExports(crossings).length > 0,
    hasFunctions,
    callsBack: (index) => calling[index] === true,
    hasOperations: crossings.operations !== null,
    givesViews: [...crossings.functionTypes, ...(crossings.operations ?? [])].some(
      ({ result }) => viewsIn(result).length > 0,
    ),
    takesViews: [...packed.values()].some(takesViews),
    hasPlainCallbacks:
      crossings.operations === null && crossings.functionTypes.every(isPlainFunction),
    givesBack: hasFunctions && !facts.throwsOriginals,
    passesByWords: (index) => byWords[index] === true,
    isLent: (index, parameter) => lent[index]?.has(parameter) === true,
  };
}

/** Positions of parameters. */
const lentParameters = (
  name: string,
  { parameters }: CrossingExport,
  { lent }: ModuleCrossings,
): ReadonlySet<number> =>
  new Set([...parameters.keys()].filter((index) => lent?.has(lentKey(name, index))));

const nativeFunctions = (
  crossings: ModuleCrossings,
  indexOf: (name: string) => number,
): readonly string[] =>
  [...packedExports(crossings)].flatMap(([name, { isPackedResult, isOffthread }]) => {
    if (isOffthread) return [];
    const again = JSON.stringify(againExport(name));
    return [
      `const native${indexOf(name)} = native[${JSON.stringify(name)}];`,
      ...(isPackedResult ? [`const again${indexOf(name)} = native[${again}];`] : []),
    ];
  });

/** The functions on the lists of views, and how long the lists are. */
function viewLists(crossings: ModuleCrossings): readonly string[] {
  const names = viewsOf(crossings).map(viewName);
  const cuts = names.map((name) => `if (count${name} > 0) cut${name}(count${name} = 0);`);
  const jobs = offthreadViews(crossings);
  const lists = viewsOf(crossings).map((view) => {
    const name = viewName(view);
    const kind = jobs.indexOf(view);
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
  return [...lists, `const cutAll = () => { ${cuts.join(' ')} };`];
}

/** A method, so that its name is the function's. */
function wrapper(
  name: string,
  crossing: CrossingExport,
  index: number,
  writers: Writers,
): { readonly lines: string; readonly entry: string } {
  const by = `export${index}`;
  const { called = name } = crossing;
  const { constants, parameters, body } = entryText(
    { label: called, crossing, index, by, self: null },
    writers,
  );
  const own = JSON.stringify(called);
  const lines = [
    constants,
    `const ${by} = {`,
    `${own}(${parameters}) {`,
    ...body,
    '},',
    `}[${own}];`,
  ];
  return { lines: lines.join('\n'), entry: `${JSON.stringify(name)}: ${by}` };
}

/** What the program has there when the module has been loaded. */
function constantText(
  name: string,
  crossing: CrossingExport,
  index: number,
  writers: Writers,
): { readonly lines: string; readonly entry: string } {
  const by = `constant${index}`;
  const { constants, body } = entryText({ label: name, crossing, index, by, self: null }, writers);
  // What the program has of JavaScript is not ours to freeze.
  const make = holds(crossing.result, isLive) ? '' : 'frozen';
  const lines = [constants, `const ${by} = ${make}((() => {`, ...body, '})());'];
  return { lines: lines.join('\n'), entry: `${JSON.stringify(name)}: ${by}` };
}

/** All that import the module have it: what would be changed there the program does not see. */
const FROZEN = `
const frozen = (value) => {
  if (isArray(value)) value.forEach(frozen);
  else if (isMap(value)) mapForEach.call(value, (item, key) => { frozen(item); frozen(key); });
  else if (isSet(value)) setForEach.call(value, frozen);
  else if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  else Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
`.trim();

/** As compiled modules run it: a function of all native exports to those that JavaScript gets, in the same order. */
export function moduleGlueText(crossings: ModuleCrossings, facts: GlueFacts): string {
  const hidden = [...hiddenNames(crossings)];
  return [
    '((native) => {',
    'const all = Object.getOwnPropertyDescriptors(native);',
    `const made = ${glueText(crossings, facts)}(native);`,
    `for (const name of ${JSON.stringify(hidden)}) delete all[name];`,
    'for (const name of Object.keys(made)) all[name] = { enumerable: true, ...all[name], value: made[name] };',
    'return Object.defineProperties({}, all);',
    '})',
  ].join('\n');
}

// What the entry module exports → wrappers that check their arguments as the native ones do, variables, enums.
import { glueText } from '../builtins/glue/glue.ts';
import { PLACES_TEXT } from '../builtins/glue/places.ts';
import { argumentMessage, argumentRange, expectedText } from '../builtins/argument-messages.ts';
import {
  againExport,
  hasCrossings,
  hasPlaces,
  HOST_EXPORTS,
  LIVE_EXPORTS,
  OFFTHREAD_ABORT,
  OFFTHREAD_START,
  offthreadExports,
  offthreadViews,
  viewExports,
  viewName,
  WORDS_EXPORT,
  type ModuleCrossings,
} from '../program/crossing.ts';
import {
  crossingsOf,
  leavingFunction,
  packedFunctionsOf,
  sharedFunctions,
} from '../program/export-crossings.ts';
import type { CheckedFunction, ModuleExport, NamedExport } from '../program/nodes.ts';
import type { IntType, RtsType } from '../program/types.ts';
import { integerGroup } from './arithmetic/select.ts';
import { call, indent } from './code.ts';
import { literal } from './expressions/constant.ts';
import type { ModulePrinter } from './module-printer.ts';

/** The lines that make the export, and the binding to be exported under the export's name. */
export interface PrintedExport {
  readonly lines: readonly string[];
  readonly binding: string;
}

type ExportOf<K extends NamedExport['kind']> = Extract<NamedExport, { kind: K }>;

const PRINTERS: {
  readonly [K in NamedExport['kind']]: (
    one: ExportOf<K>,
    index: number,
    module: ModulePrinter,
  ) => PrintedExport;
} = {
  function: (one, index, module) =>
    one.packed
      ? packed(one, index)
      : {
          lines: [
            `const $export${index} = {`,
            ...indent(
              module.marks.lines(
                wrapper(one.called ?? one.name, one.function, `$export${index}`, module),
                one.function.span,
              ),
            ),
            `}[${JSON.stringify(one.called ?? one.name)}];`,
          ],
          binding: `$export${index}`,
        },
  // Exported variables are constants, and exports stand behind all initialisers.
  global: (one, index, module) =>
    one.packed
      ? packed(one, index)
      : {
          lines: [
            `const $export${index} = ${resultText(one.global.type, module.global(one.global), module)};`,
          ],
          binding: `$export${index}`,
        },
  class: (one, index) => packed(one, index),
  enum: ({ members }, index) => ({
    lines: [`const $export${index} = Object.freeze({`, ...indent(enumLines(members)), '});'],
    binding: `$export${index}`,
  }),
};

export function printExport<K extends NamedExport['kind']>(
  one: ExportOf<K>,
  index: number,
  module: ModulePrinter,
): PrintedExport {
  return PRINTERS[one.kind as K](one, index, module);
}

/** The glue has made it (`printGlue`). */
const packed = (
  { name }: ExportOf<'function' | 'class' | 'global'>,
  index: number,
): PrintedExport => ({
  lines: [`const $export${index} = $glue[${JSON.stringify(name)}];`],
  binding: `$export${index}`,
});

/** A function as the native module has it: its result as JavaScript gets it. */
function nativeText(name: string, own: CheckedFunction, module: ModulePrinter): string {
  const callee = module.function(own);
  const result = resultText(own.result, `${callee}(...given)`, module);
  const isItself = result === `${callee}(...given)`;
  return `${JSON.stringify(name)}: ${isItself ? callee : `(...given) => ${result}`}`;
}

/** The glue of all exports that need it, as compiled modules have it. */
export function printGlue(
  exports: readonly ModuleExport[],
  module: ModulePrinter,
): readonly string[] {
  const crossings = crossingsOf(exports);
  if (!hasCrossings(crossings)) return [];
  const natives = [...packedFunctionsOf(exports)].flatMap(([name, { packed: own, again }]) => [
    nativeText(name, own, module),
    ...(again ? [nativeText(againExport(name), again, module)] : []),
  ]);
  for (const [name, one] of sharedFunctions(exports)) natives.push(nativeText(name, one, module));
  if (hasPlaces(crossings)) natives.push(`...${PLACES_TEXT}`);
  const leaving = leavingFunction(exports);
  if (leaving) {
    module.prelude('hostCall');
    natives.push(
      `${JSON.stringify(HOST_EXPORTS.host)}: (host) => { $host = host; }`,
      `${JSON.stringify(HOST_EXPORTS.leaving)}: ${module.function(leaving)}`,
    );
  }
  if (crossings.operations) {
    module.prelude('links');
    natives.push(`${JSON.stringify(LIVE_EXPORTS.links)}: (links) => { $links = links; }`);
  }
  return [
    `const $native = { ${natives.join(', ')} };`,
    ...printJobs(crossings, module),
    `const $glue = ${glueText(crossings)}($native);`,
  ];
}

/** How calls of `offthread` functions begin and are told to end. */
function printJobs(crossings: ModuleCrossings, module: ModulePrinter): readonly string[] {
  const functions = offthreadExports(crossings);
  if (functions.length === 0) return [];
  const native = (name: string): string => `$native[${JSON.stringify(name)}]`;
  const own = functions.map(
    ([name]) => `{ packed: ${native(name)}, again: ${native(againExport(name))} }`,
  );
  const lists = offthreadViews(crossings).map((view) => {
    const { put, get, cut } = viewExports(view);
    const make =
      view.kind === 'arraybuffer'
        ? '(buffer) => buffer'
        : `(...parts) => new ${viewName(view)}(...parts)`;
    return `{ put: ${native(put)}, get: ${native(get)}, cut: ${native(cut)}, make: ${make} }`;
  });
  const starter = call(module.prelude('jobStarter'), [
    `[${own.join(', ')}]`,
    `[${lists.join(', ')}]`,
    native(WORDS_EXPORT),
  ]);
  return [
    `${native(OFFTHREAD_START)} = ${starter.text};`,
    `${native(OFFTHREAD_ABORT)} = ${module.prelude('abortJob')};`,
  ];
}

/** A method, so that its name is the function's. */
function wrapper(
  name: string,
  one: CheckedFunction,
  binding: string,
  module: ModulePrinter,
): readonly string[] {
  const names = one.parameters.map((_, index) => `$${index + 1}`);
  const args = one.parameters.map(({ local, type, optional }, index) => {
    const value = names[index] ?? '';
    // What was got stands last in the message.
    const head = argumentMessage(name, index + 1, local.name, expectedText(type), '');
    const checked = checkedArgument(type, value, [JSON.stringify(head), binding], module);
    return optional ? `${value} === undefined ? undefined : ${checked}` : checked;
  });
  const value = call(module.function(one), args).text;
  // A default ends the count of parameters that is the function's length, as for the native function.
  const optional = one.parameters.findIndex((parameter) => parameter.optional);
  const parameters = names.map((each, index) =>
    index === optional ? `${each} = undefined` : each,
  );
  const head = `${JSON.stringify(name)}(${parameters.join(', ')})`;
  return [
    `${module.marks.text(head, one.span, name)} {`,
    `  return ${resultText(one.result, value, module)};`,
    '},',
  ];
}

/**
 * The text of `value`, the name of a variable, as a value of the type; it throws for another: `head` are the texts of the message's
 * beginning and of the function whose caller is to blame.
 */
function checkedArgument(
  type: RtsType,
  value: string,
  head: readonly string[],
  module: ModulePrinter,
): string {
  const check = (name: Parameters<ModulePrinter['prelude']>[0], ...rest: string[]): string =>
    call(module.prelude(name), [value, ...rest, ...head]).text;
  switch (type.kind) {
    case 'int':
      return check(type.bigint ? 'wideArgument' : 'integerArgument', ...rangeTexts(type));
    case 'float': {
      const number = check('kindArgument', '"number"');
      return type.name === 'f32' ? `Math.fround(${number})` : number;
    }
    case 'boolean':
    case 'string':
      return check('kindArgument', `"${type.kind}"`);
    case 'typedarray':
      return check('typedArrayArgument', type.name);
    case 'arraybuffer':
      return check('bufferArgument');
    case 'dataview':
      return check('viewArgument');
    case 'nullable': {
      const absent = [type.allowsNull ? 'null' : '', type.allowsUndefined ? 'undefined' : '']
        .filter((text) => text !== '')
        .map((text) => `${value} === ${text}`);
      return `${absent.join(' || ')} ? ${value} : ${checkedArgument(type.base, value, head, module)}`;
    }
    default:
      throw new Error(`a parameter of an exported function is of type ${type.kind}`);
  }
}

function rangeTexts(type: IntType): readonly string[] {
  return argumentRange(type).map((limit) => `${limit}${type.bigint ? 'n' : ''}`);
}

/** isize and usize may be held as bigints; JavaScript gets the nearest number. Of views it gets objects of its own. */
function resultText(type: RtsType, value: string, module: ModulePrinter): string {
  const base = type.kind === 'nullable' ? type.base : type;
  if (base.kind === 'typedarray')
    return call(module.prelude('typedArrayResult'), [value, base.name]).text;
  if (base.kind === 'dataview') return call(module.prelude('viewResult'), [value]).text;
  const size = base.kind === 'int' && integerGroup(base) === 'size';
  return size ? call(module.prelude('sizeResult'), [value]).text : value;
}

/** With TypeScript's reverse mapping; of members with one value, the last gives its name. */
function enumLines(members: ReadonlyMap<string, number>): readonly string[] {
  const number = (value: number): string => literal({ kind: 'float', name: 'f64' }, value).text;
  return [...members].flatMap(([name, value]) => [
    `${JSON.stringify(name)}: ${number(value)},`,
    `${JSON.stringify(String(value))}: ${JSON.stringify(name)},`,
  ]);
}

// How values cross between JavaScript and compiled code where Node-API is not asked for each of them: made by `check` of types, read
// by what writes the JavaScript glue (`builtins/glue/`) and the declarations. `docs/decisions/boundary.md` says how and why.
import type { Mark } from './members.ts';
import type { SpaceOperation } from '../builtins/space.ts';
import type { ErrorName } from './nodes.ts';
import type { FloatType, IntType, RtsType, SimpleType, TypedArrayType } from './types.ts';

/** One machine value, string or view: it may also be an argument by itself. */
export type ScalarType = IntType | FloatType | SimpleType | TypedArrayType;

export type Literal = string | number | boolean | null | undefined;

export interface CrossingField {
  readonly name: string;
  readonly crossing: Crossing;
}

/** Recursive types are circles of these: fields are complete when `check` is. */
export type Crossing =
  | { readonly kind: 'scalar'; readonly type: ScalarType }
  /** A tag, or what is written in a call of JavaScript: always this value, and nothing of it crosses. */
  | { readonly kind: 'literal'; readonly value: Literal }
  /** Its time. */
  | { readonly kind: 'date' }
  /** An `Error` that has or gets its like on the other side. */
  | { readonly kind: 'error' }
  | RecordCrossing
  | { readonly kind: 'tuple'; readonly isReadonly: boolean; items: readonly Crossing[] }
  | { readonly kind: 'array'; item: Crossing }
  | { readonly kind: 'map'; key: Crossing; value: Crossing }
  | { readonly kind: 'set'; key: Crossing }
  /** The object itself: its place among those that JavaScript has. */
  | { readonly kind: 'instance'; readonly class: CrossingClass }
  | FunctionCrossing
  /** Any value of JavaScript, by its place among those that the program has. */
  | { readonly kind: 'live' }
  /** A promise itself, also by its place. */
  | { readonly kind: 'promise'; value: Crossing }
  | {
      readonly kind: 'nullable';
      readonly base: Crossing;
      readonly allowsNull: boolean;
      readonly allowsUndefined: boolean;
    }
  | { readonly kind: 'union'; members: readonly CrossingMember[] };

/** How JavaScript knows that a value is of the member of a union. */
export interface CrossingMember {
  readonly mark:
    | Exclude<Mark, { kind: 'class' }>
    | { readonly kind: 'map' | 'set' | 'date' | 'error' | 'instance' };
  readonly crossing: Crossing;
}

export interface RecordCrossing {
  readonly kind: 'record';
  /** Of a type that contains itself: as it is declared. */
  readonly name: string | null;
  /** In the order in which they are declared. */
  fields: readonly CrossingField[];
}

/** Functions go both ways. */
export interface FunctionCrossing {
  readonly kind: 'function';
  /** Among the function types of the module. */
  readonly position: number;
  parameters: readonly Crossing[];
  readonly rest: boolean;
  result: Crossing;
  /** Of what calls a closure of the program, whose place is behind the words and the text. Filled in when all types are known. */
  call: CrossingExport | null;
  readonly type: string;
}

/** One of the operations of `space` (`builtins/space.ts`), for values of these types. */
export interface OperationCrossing {
  readonly name: SpaceOperation;
  readonly parameters: readonly Crossing[];
  /** The last parameter is an array, whose items are arguments. */
  readonly spread: boolean;
  readonly result: Crossing;
}

export interface CrossingParameter {
  readonly name: string;
  /** As the function has it: with undefined where it may be left out. */
  readonly crossing: Crossing;
  /** As callers see it. */
  readonly declared: Crossing;
  readonly optional: boolean;
  readonly rest: boolean;
  /** Its values are arguments of the native function, one for each leaf; else they lie in the words. */
  readonly isFlat: boolean;
  /** Of what JavaScript walks over: its items. The parameter itself is a function that begins a walk. */
  readonly walked: Crossing | null;
}

/** An export whose native function takes and gives words and a text. */
export interface CrossingExport {
  /** The function's own name, where the export has another one. */
  readonly called?: string;
  /** Of a constant. */
  readonly documentation?: string;
  readonly parameters: readonly CrossingParameter[];
  readonly result: Crossing;
  /** What the native function takes before the values of flat parameters: where to begin in the words, and a text. */
  readonly takesWords: boolean;
  readonly takesText: boolean;
  /** The result lies in the words; else it is what the native function returns, or `isObjectResult`. */
  readonly isPackedResult: boolean;
  /** The native function returns the text of a packed result. */
  readonly givesText: boolean;
  /** Kinds of views that words stand for: their places in a list of the module. */
  readonly views: readonly ViewType[];
  /** The result may take more words than a call has room for. */
  readonly canGrow: boolean;
  /** It runs on another thread; all its values lie in the words. */
  readonly isOffthread: boolean;
  /** Of a result that JavaScript has as an iterator: its items. The result itself is a function that takes a step. */
  readonly items: Crossing | null;
}

/** The export of the native module that gives a result again for which there was no room: no name that a program can write. */
export const againExport = (name: string): string => `\u0001${name}`;

/** A class of the program that JavaScript sees as one of its own. */
export interface CrossingClass {
  /** Its own. */
  readonly name: string;
  /** The name of the export: the same one, or `default`. */
  readonly exported: string;
  /** Among the classes of the module, bases first. */
  readonly position: number;
  /** The nearest that is exported. */
  readonly base: CrossingClass | null;
  readonly isAbstract: boolean;
  /** Of a class of errors. */
  readonly error: CrossingError | null;
  readonly documentation: string;
  /** Its own, and those of the bases that are not exported. Filled in when they have been checked. */
  members: readonly ClassMember[];
  /** Names of members that compiled code calls whatever a class of JavaScript may have in their place. Filled in as the last. */
  direct: readonly string[];
}

export interface CrossingError {
  /** What it derives from of ECMAScript's own. */
  readonly builtin: ErrorName;
  /** Fields that it and its bases add, private ones too: JavaScript has them as accessors, or not at all. */
  readonly fields: readonly string[];
  /** It has the constructor of ECMAScript's own: `(message, options)`. */
  readonly takesOptions: boolean;
}

export interface ClassMember {
  /**
   * `own constructor`: makes an object of a class of JavaScript that extends this one, for a place; `override`: takes the function that
   * calls the member of such an object.
   */
  readonly role: 'constructor' | 'method' | 'get' | 'set' | 'own constructor' | 'override';
  readonly isStatic: boolean;
  /** As it is written: `add`, `[Symbol.dispose]`; of an override its key: `get size`. */
  readonly name: string;
  readonly isProtected: boolean;
  readonly isAbstract: boolean;
  /** The export of the native module: what stands for `this` is a place behind the words and the text. A constructor gives one. */
  readonly native: string;
  readonly crossing: CrossingExport;
  readonly documentation: string;
}

/** What the glue makes of the exports of a native module. */
export interface ModuleCrossings {
  /** By name. */
  readonly functions: ReadonlyMap<string, CrossingExport>;
  /** By name, constants that are objects: what gives them. */
  readonly constants: ReadonlyMap<string, CrossingExport>;
  /** Bases first. */
  readonly classes: readonly CrossingClass[];
  readonly functionTypes: readonly FunctionCrossing[];
  /** Parameters whose functions nothing holds on to (`compiler/graph/lent-functions.ts`); where that is known, when all is. */
  readonly lent?: ReadonlySet<string>;
  /** What the program asks of JavaScript; null where no live values cross. */
  readonly operations: readonly OperationCrossing[] | null;
}

/** Of a parameter of a native export. */
export const lentKey = (name: string, parameter: number): string => `${parameter} ${name}`;

export const NO_CROSSINGS: ModuleCrossings = {
  functions: new Map(),
  constants: new Map(),
  classes: [],
  functionTypes: [],
  operations: null,
};

export const hasCrossings = ({ functions, constants, classes }: ModuleCrossings): boolean =>
  functions.size > 0 || constants.size > 0 || classes.length > 0;

/** The program calls JavaScript, where any call may lead back, or asks it what it has for an error that leaves. */
export const callsBack = (crossings: ModuleCrossings): boolean =>
  crossings.functionTypes.length > 0 || crossings.operations !== null || knowsErrors(crossings);

/** JavaScript has errors of the program's, or the program values that are JavaScript's. */
export const knowsErrors = (crossings: ModuleCrossings): boolean =>
  hasErrors(crossings.classes) ||
  [
    ...packedExports(crossings).values(),
    ...crossings.functionTypes,
    ...(crossings.operations ?? []),
  ].some(passesErrors);

/** As a value, or within one. */
const passesErrors = (one: {
  readonly parameters: readonly (Crossing | CrossingParameter)[];
  readonly result: Crossing;
}): boolean =>
  [...one.parameters.map((each) => ('crossing' in each ? each.crossing : each)), one.result].some(
    (each) => holds(each, ({ kind }) => kind === 'error'),
  );

/** Some are of errors. */
export const hasErrors = (classes: readonly CrossingClass[]): boolean =>
  classes.some(({ error }) => error !== null);

/** JavaScript has objects of the program. */
export const hasPlaces = ({ classes, functionTypes }: ModuleCrossings): boolean =>
  classes.length > 0 || functionTypes.length > 0;

/** All native functions that take and give words, by the names of their exports. */
export const packedExports = ({
  functions,
  constants,
  classes,
  functionTypes,
}: ModuleCrossings): ReadonlyMap<string, CrossingExport> =>
  new Map([
    ...functions,
    ...[...constants].map(([name, one]) => [constantExport(name), one] as const),
    ...classes.flatMap(({ members }) =>
      members.map(({ native, crossing }) => [native, crossing] as const),
    ),
    ...functionTypes.flatMap(({ position, call }) =>
      call ? [[callExport(position), call] as const] : [],
    ),
  ]);

/** The exports of a native module that only the glue calls. */
export function hiddenNames(crossings: ModuleCrossings): ReadonlySet<string> {
  const all = [...packedExports(crossings)];
  return new Set([
    ...all.flatMap(([name]) =>
      crossings.functions.has(name) ? [againExport(name)] : [name, againExport(name)],
    ),
    ...viewsOf(crossings).flatMap((view) => Object.values(viewExports(view))),
    ...Object.values(PLACE_EXPORTS),
    ...Object.values(HOST_EXPORTS),
    ...Object.values(LIVE_EXPORTS),
    COLLECT_EXPORT,
    ...crossings.functionTypes.map(({ position }) => goneExport(position)),
    ...(offthreadExports(crossings).length > 0 ? [OFFTHREAD_START, OFFTHREAD_ABORT] : []),
    WORDS_EXPORT,
  ]);
}

/** What the glue begins a call on another thread with, and what tells it to end. */
export const OFFTHREAD_START = '\u0002start';
export const OFFTHREAD_ABORT = '\u0002abort';

/** Those that run on other threads: native code knows them by their positions. */
export const offthreadExports = ({
  functions,
}: ModuleCrossings): readonly (readonly [string, CrossingExport])[] =>
  [...functions].filter(([, { isOffthread }]) => isOffthread);

/** The kinds of views that their values hold: native code knows them by their positions. */
export const offthreadViews = (crossings: ModuleCrossings): readonly ViewType[] => [
  ...new Set(offthreadExports(crossings).flatMap(([, { views }]) => views)),
];

/** Takes the words in which values lie: whenever they are new ones. */
export const WORDS_EXPORT = '\u0002words';

/** The kinds of views for which the module has lists. */
export const viewsOf = (crossings: ModuleCrossings): readonly ViewType[] => [
  ...new Set([
    ...[...packedExports(crossings).values()].flatMap(({ views }) => views),
    ...crossings.functionTypes.flatMap(viewsOfFunction),
    ...(crossings.operations ?? []).flatMap(viewsOfFunction),
  ]),
];

/** What a function takes and gives. */
export const viewsOfFunction = ({
  parameters,
  result,
}: Pick<FunctionCrossing, 'parameters' | 'result'>): readonly ViewType[] =>
  [...parameters, result].flatMap(viewsIn);

/** What a parameter of a function type is called, whose name is not in the type. */
export const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : `p${index}`;

/** From here on numbers stand for functions that JavaScript lends for one call: nothing finds the closures that are made for them again. */
export const LENT = 2 ** 30;

/** Gives a constant. */
export const constantExport = (name: string): string => `\u0003constant ${name}`;

/** Calls a closure of the program. */
export const callExport = (position: number): string => `\u0003call ${position}`;

/** `gone(from)`: the next place of a function of JavaScript that the program has no more, or 0. */
export const goneExport = (position: number): string => `\u0002gone ${position}`;

/**
 * What functions of JavaScript are called by: `host(f)` gives the program what calls them; texts lie in a variable of the module.
 * `leaving(error)`, untranslated: what compiled modules do with an object that leaves as an error.
 * Of modules that know errors of the other side: `raise(place)` throws the error there (`errorAt` in `runtime/library/host.ts`), `cause(place)` says what JavaScript
 * has for its cause (`markOf` there), or 0.
 */
export const HOST_EXPORTS = {
  host: '\u0002host',
  text: '\u0002text',
  setText: '\u0002set text',
  leaving: '\u0002leaving',
  raise: '\u0002raise',
  cause: '\u0002cause',
} as const;

/** Of modules with live values: `links(array)` is told which places are free. */
export const LIVE_EXPORTS = { links: '\u0002links' } as const;

/** `collect(all)`: a collection, of all objects or of the young ones, where JavaScript keeps what objects may stand for that are dead. */
export const COLLECT_EXPORT = '\u0002collect';

/**
 * The exports of a module with classes that the glue uses: `keep(place, object)` notes what JavaScript has for a place, without keeping
 * it alive; `kept(place)` gives it, null where it is gone, undefined where there was none; `dead(from)` forgets the next place whose object is gone, and gives it, or 0;
 * `drop(place)` frees what the program has there. For objects that classes of JavaScript make: `newPlace()`; `isAlone(place)`: in the last
 * collection of all, nothing else of the program referred to the object there.
 */
export const PLACE_EXPORTS = {
  keep: '\u0002keep',
  kept: '\u0002kept',
  dead: '\u0002dead',
  drop: '\u0002drop',
  newPlace: '\u0002new place',
  isAlone: '\u0002is alone',
} as const;

/** The names of the exports that append a view to its list, read one of it, and shorten the list. */
export function viewExports(view: ViewType): Record<'put' | 'get' | 'cut', string> {
  const name = viewName(view);
  return { put: `\u0002put ${name}`, get: `\u0002get ${name}`, cut: `\u0002cut ${name}` };
}

export function viewName(view: ViewType): string {
  if (view.kind === 'typedarray') return view.name;
  return view.kind === 'dataview' ? 'DataView' : 'ArrayBuffer';
}

/** More values than these go by the words. */
const MOST_LEAVES = 8;

/** The scalars and absent ones in a value that always has the same of them, in order; null for other values. */
export function leavesOf(crossing: Crossing): readonly Crossing[] | null {
  const leaves = flat(crossing, 0);
  return leaves && leaves.length <= MOST_LEAVES ? leaves : null;
}

function flat(crossing: Crossing, depth: number): readonly Crossing[] | null {
  switch (crossing.kind) {
    case 'scalar':
    case 'instance':
    case 'function':
    case 'live':
    case 'promise':
      return [crossing];
    case 'literal':
      return [];
    case 'nullable':
      return crossing.base.kind === 'scalar' ? [crossing] : null;
    case 'record':
    case 'tuple': {
      const all: Crossing[] = [];
      for (const part of partsOf(crossing)) {
        const leaves = depth < MOST_LEAVES ? flat(part, depth + 1) : null;
        if (!leaves) return null;
        all.push(...leaves);
      }
      return all;
    }
    default:
      return null;
  }
}

/** What stands directly in a value. */
export function partsOf(crossing: Crossing): readonly Crossing[] {
  switch (crossing.kind) {
    case 'scalar':
    case 'literal':
    case 'date':
    case 'error':
    case 'instance':
    case 'function':
    case 'live':
    // What it comes to crosses later.
    case 'promise':
      return [];
    case 'record':
      return crossing.fields.map((field) => field.crossing);
    case 'tuple':
      return crossing.items;
    case 'array':
      return [crossing.item];
    case 'map':
      return [crossing.key, crossing.value];
    case 'set':
      return [crossing.key];
    case 'nullable':
      return [crossing.base];
    case 'union':
      return crossing.members.map((member) => member.crossing);
  }
}

/** Something of that kind is in it, at any depth. */
export function holds(crossing: Crossing, test: (one: Crossing) => boolean): boolean {
  const seen = new Set<Crossing>();
  const look = (at: Crossing): boolean => {
    if (seen.has(at)) return false;
    seen.add(at);
    return test(at) || partsOf(at).some(look);
  };
  return look(crossing);
}

export const isText = (one: Crossing): boolean =>
  (one.kind === 'scalar' && one.type.kind === 'string') || one.kind === 'error';

/** It can contain itself. */
export const isRecursive = (crossing: Crossing): boolean =>
  partsOf(crossing).some((part) => holds(part, (one) => one === crossing));

/** More levels than these are refused: the value may contain itself. */
export const MOST_LEVELS = 2000;

export type ViewType =
  TypedArrayType | (SimpleType & { readonly kind: 'arraybuffer' | 'dataview' });

export const isView = (type: RtsType): type is ViewType =>
  type.kind === 'typedarray' || type.kind === 'arraybuffer' || type.kind === 'dataview';

/** The kinds of views in a value, at any depth. */
export function viewsIn(crossing: Crossing): readonly ViewType[] {
  const found: ViewType[] = [];
  holds(crossing, (one) => {
    if (one.kind === 'scalar' && isView(one.type)) found.push(one.type);
    return false;
  });
  return found;
}

/** A result that is an object of a class, a function or a live value, or absent, comes back as one number: its place and what it is. */
export function isObjectResult(crossing: Crossing): boolean {
  const { kind } = crossing.kind === 'nullable' ? crossing.base : crossing;
  return kind === 'instance' || kind === 'function' || kind === 'live' || kind === 'promise';
}

/** Live values have places, which the program may not have taken yet when something goes wrong. */
export const isLive = ({ kind }: Crossing): boolean => kind === 'live' || kind === 'promise';

/** A value of these kinds is an argument or result of its own, as it is. */
export const isPlain = (crossing: Crossing): boolean =>
  crossing.kind === 'scalar' || (crossing.kind === 'nullable' && crossing.base.kind === 'scalar');

// How values cross between JavaScript and compiled code where Node-API is not asked for each of them: made by `check` of types, read
// by what writes the JavaScript glue (`builtins/glue/`) and the declarations. `docs/decisions/boundary.md` says how and why.
import type { Mark } from './members.ts';
import type { FloatType, IntType, RtsType, SimpleType, TypedArrayType } from './types.ts';

/** One machine value, string or view: it may also be an argument by itself. */
export type ScalarType = IntType | FloatType | SimpleType | TypedArrayType;

export interface CrossingField {
  readonly name: string;
  readonly crossing: Crossing;
}

/** Recursive types are circles of these: fields are complete when `check` is. */
export type Crossing =
  | { readonly kind: 'scalar'; readonly type: ScalarType }
  /** A tag: always this value, and nothing of it crosses. */
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** Its time. */
  | { readonly kind: 'date' }
  | RecordCrossing
  | { readonly kind: 'tuple'; readonly isReadonly: boolean; items: readonly Crossing[] }
  | { readonly kind: 'array'; item: Crossing }
  | { readonly kind: 'map'; key: Crossing; value: Crossing }
  | { readonly kind: 'set'; key: Crossing }
  | {
      readonly kind: 'nullable';
      readonly base: Crossing;
      readonly allowsNull: boolean;
      readonly allowsUndefined: boolean;
    }
  | { readonly kind: 'union'; members: readonly CrossingMember[] };

/** How JavaScript knows that a value is of the member of a union. */
export interface CrossingMember {
  readonly mark: Exclude<Mark, { kind: 'class' }> | { readonly kind: 'map' | 'set' | 'date' };
  readonly crossing: Crossing;
}

export interface RecordCrossing {
  readonly kind: 'record';
  /** Of a type that contains itself: as it is declared. */
  readonly name: string | null;
  /** In the order in which they are declared. */
  fields: readonly CrossingField[];
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
}

/** An export whose native function takes and gives words and a text. */
export interface CrossingExport {
  readonly parameters: readonly CrossingParameter[];
  readonly result: Crossing;
  /** What the native function takes before the values of flat parameters: the words and where to begin, and a text. */
  readonly takesWords: boolean;
  readonly takesText: boolean;
  /** The result lies in the words; else it is what the native function returns. */
  readonly isPackedResult: boolean;
  /** The native function returns the text of a packed result. */
  readonly givesText: boolean;
  /** The export of the native module that gives a result again for which there was no room. */
  readonly again: string;
  /** Kinds of views that words stand for: their places in a list of the module. */
  readonly views: readonly ViewType[];
  /** The result may take more words than a call has room for. */
  readonly canGrow: boolean;
  /** It runs on another thread; all its values lie in the words. */
  readonly isOffthread: boolean;
}

/** What the glue begins a call on another thread with, and what tells it to end. */
export const OFFTHREAD_START = '\u0001start';
export const OFFTHREAD_ABORT = '\u0001abort';

/** Those that run on other threads: native code knows them by their positions. */
export const offthreadExports = (
  crossings: ReadonlyMap<string, CrossingExport>,
): readonly (readonly [string, CrossingExport])[] =>
  [...crossings].filter(([, { isOffthread }]) => isOffthread);

/** The kinds of views that their values hold: native code knows them by their positions. */
export const offthreadViews = (
  crossings: ReadonlyMap<string, CrossingExport>,
): readonly ViewType[] => [
  ...new Set(offthreadExports(crossings).flatMap(([, { views }]) => views)),
];

/** The exports of a native module that only the glue calls. */
export function hiddenNames(crossings: Iterable<CrossingExport>): ReadonlySet<string> {
  const all = [...crossings];
  const views = new Set(all.flatMap((one) => one.views));
  return new Set([
    ...all.map(({ again }) => again),
    ...[...views].flatMap((view) => Object.values(viewExports(view))),
    ...(all.some(({ isOffthread }) => isOffthread) ? [OFFTHREAD_START, OFFTHREAD_ABORT] : []),
  ]);
}

/** The names of the exports that append a view to its list, read one of it, and shorten the list. */
export function viewExports(view: ViewType): Record<'put' | 'get' | 'cut', string> {
  const name = viewName(view);
  return { put: `\u0001put ${name}`, get: `\u0001get ${name}`, cut: `\u0001cut ${name}` };
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

/** A value of these kinds is an argument or result of its own, as it is. */
export const isPlain = (crossing: Crossing): boolean =>
  crossing.kind === 'scalar' || (crossing.kind === 'nullable' && crossing.base.kind === 'scalar');

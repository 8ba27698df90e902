// All that becomes one native module: graphs, globals, exports and what C needs. Passed from stage to stage.
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import {
  hiddenNames,
  type Crossing,
  type CrossingClass,
  type ModuleCrossings,
} from '../program/crossing.ts';
import type { GlobalVariable } from '../program/nodes.ts';
import type { ObjectType, RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { Graph } from './graph.ts';

export interface Unit {
  /** The entry file's name without its ending; the native module's name. */
  readonly name: string;
  readonly level: 'high' | 'low';
  /** By graph name. */
  readonly graphs: ReadonlyMap<string, Graph>;
  readonly globals: readonly GlobalVariable[];
  /** The graph that runs module-level code, once for each environment; null if there is none. */
  readonly initializer: string | null;
  /** By name: the classes of the program, bases before those derived from them. */
  readonly classes: ReadonlyMap<string, UnitClass>;
  /** What the native module gives to JavaScript: of exports that cross by words, the packed functions. */
  readonly exports: readonly UnitExport[];
  /** The exports that cross by words, which JavaScript's glue makes of the packed functions. No part of the text form. */
  readonly crossings: ModuleCrossings;
  readonly cFunctions: readonly CFunction[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
  /** Every function of the program, those without a graph any more too: what the span of an inlined op belongs to. */
  readonly functions: readonly FunctionPlace[];
  /** Of a unit that is one module of a program whose others are units of their own; null for a whole program. */
  readonly part: UnitPart | null;
}

/** Graphs of it may call, and be called by, what is in no graph of it. */
export interface UnitPart {
  readonly isEntry: boolean;
  /** The graph that tells the host what the module's classes add to errors; null if they add nothing. */
  readonly tellsFields: string | null;
}

/** The graph that tells the host what the classes of all modules of such a program add to an error; of one module with its name. */
export const TELL_FIELDS = 'tell the fields of an error';

/** The graph that runs the module-level code of all modules of a program that is compiled in parts. */
export const PROGRAM_INITIALIZER = 'initialize the program';

/** The graph that wrappers call when an object leaves them as an error; there where a unit throws objects. */
export const LEAVING_ERROR = 'leaving error';

/** The same for functions off the thread, which JavaScript's errors never reach; there where it makes a difference. */
export const OFFTHREAD_LEAVING_ERROR = 'leaving error off the thread';

/** The graph that says what raw memory was never freed; there where a unit of a checked build looks after it. */
export const LEAK_REPORT = 'report leaks';

/** The graph that throws what a callback has thrown; there where a unit has callbacks. */
export const CALLBACK_ERROR = 'throw the error of a callback';

/** The graph that makes an environment off the thread ready; there where a unit has `offthread` functions. */
export const OFFTHREAD_INITIALIZER = 'begin off the thread';

export interface UnitClass {
  readonly type: ObjectType;
  /** The graph of each method that `method_call` may name, inherited ones too. Empty for an abstract class. */
  readonly methods: ReadonlyMap<string, string>;
}

export interface FunctionPlace {
  readonly displayName: string;
  /** Of all of it. */
  readonly extent: Span;
}

export type UnitExport =
  | {
      readonly kind: 'function';
      readonly name: string;
      /** The function's own name, where that is another one. */
      readonly called?: string;
      readonly graph: string;
      readonly parameters: readonly ExportParameter[];
      /** High type, also in low units: the boundary converts from it. */
      readonly result: RtsType;
      readonly documentation: string;
    }
  | { readonly kind: 'global'; readonly name: string; readonly global: GlobalVariable }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly members: ReadonlyMap<string, number>;
      readonly documentation: string;
    };

/** Without those that only the glue calls. */
export function publicExports({ exports, crossings }: Unit): readonly PublicExport[] {
  const hidden = hiddenNames(crossings);
  return [
    ...exports.filter(({ name }) => !hidden.has(name)),
    ...[...crossings.constants].map(([name, { result, documentation = '' }]): PublicExport => ({
      kind: 'constant',
      name,
      result,
      documentation,
    })),
    ...crossings.classes.map((crossing): PublicExport => {
      const { name, documentation } = crossing;
      return { kind: 'class', name, crossing, documentation };
    }),
  ];
}

export type PublicExport =
  | UnitExport
  | {
      /** An object. */
      readonly kind: 'constant';
      readonly name: string;
      readonly result: Crossing;
      readonly documentation: string;
    }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly crossing: CrossingClass;
      readonly documentation: string;
    };

export interface ExportParameter {
  readonly name: string;
  /** High type as the JavaScript caller sees it. */
  readonly type: RtsType;
  /** May be left out or undefined; the graph's input is then nullable. */
  readonly optional: boolean;
  /** The type of the graph's input before lowering: `type`, or its nullable. */
  readonly inputType: RtsType;
}

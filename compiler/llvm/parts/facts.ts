// What one module of a program tells of itself, for the object that holds all modules together: data that JSON can say.
import type { Descriptor } from '../heap/descriptors.ts';
import type { VirtualCall } from '../heap/hierarchy.ts';

export interface PartFacts {
  /** By name. Descriptors of what this module makes or asks for; interfaces have none. */
  readonly types: Readonly<Record<string, TypeFacts>>;
  /** Calls that go through vtables. */
  readonly slots: readonly SlotFacts[];
  /** Names of the types that `instanceof` and its kin ask for. */
  readonly tests: readonly string[];
  /** By name: descriptors of closures and of the storage of arrays. */
  readonly others: Readonly<Record<string, Descriptor>>;
  /** Graphs whose closures capture nothing, and which have one. */
  readonly closures: readonly string[];
  readonly globals: readonly GlobalFacts[];
  /** The graph of its module-level code. */
  readonly initializer: string | null;
  /** The graph that tells the host what its classes add to errors. */
  readonly tellsFields: string | null;
}

export interface TypeFacts {
  /** As debuggers show it. */
  readonly shown: string;
  readonly base: string | null;
  /** That it names itself, and those that it has been found to fit. */
  readonly interfaces: readonly string[];
  /** null: none of its own objects, only what others are asked for. */
  readonly descriptor: Descriptor | null;
  /** What the module knows of its vtable: graphs by slot. */
  readonly methods: Readonly<Record<string, string>>;
}

/** By the names of types. */
export type SlotFacts = VirtualCall<string>;

export interface GlobalFacts {
  readonly id: string;
  readonly parts: readonly { readonly bytes: number; readonly isTraced: boolean }[];
  /** It holds an empty string before anything is assigned. */
  readonly isString: boolean;
  /** Bytes of an item of the view that it holds; 0: it holds none that JavaScript can take away. */
  readonly viewedBytes: number;
}

// Names of what the modules of a program that is compiled in parts leave open, and the program's own object defines.

/** i32: the id of the descriptor of a type. */
export const idName = (type: string): string => `mm.id.${type}`;
/** i64: bytes from a descriptor's start to the vtable's entry of a method. `owner`: the root of a hierarchy, or an interface. */
export const slotName = (owner: string, method: string): string => `mm.slot.${owner}.${method}`;
/** (reference) → i1: the object is of the class, of one derived from it, or of one that implements the interface. */
export const testName = (type: string): string => `mm.is.${type}`;
/** The closure of a graph that captures nothing. */
export const closureName = (graph: string): string => `mm.closure.${graph}`;
/** i64: where a part of a module-level variable lies in the environment. */
export const offsetName = (global: string, part: number): string => `mm.offset.${global}.${part}`;

/** i64: what all module-level variables take. */
export const BYTES = 'mm.program.bytes';
/** Text: a line for each type, its id and its name. */
export const NAMES = 'mm.program.names';
/** (environment) → void */
export const PROGRAM_FUNCTIONS = {
  fill: 'mm.program.fill',
  openHeap: 'mm.program.open_heap',
  refresh: 'mm.program.refresh',
} as const;
/** () → address of the descriptors. */
export const TABLE_FUNCTION = 'mm.types';

// What emitters ask of the types of objects. In a whole program all ids are numbers (`heap-types.ts`); a module that is compiled on its own
// leaves them open (`../parts/open-types.ts`). Values are emitted where the builder stands.
import type llvm from 'llvm-bindings';
import type { ObjectType, RtsType } from '../../program/types.ts';
import type { ItemLayout } from './layout.ts';

/** The items of an array: how they lie, and the descriptor of their storage. */
export interface ItemType extends ItemLayout {
  readonly storage: llvm.Value;
}

export interface ObjectTypes {
  /** The address of the descriptors. */
  table(): llvm.Value;
  /** The id of a type's descriptor, as i32. */
  idOf(type: ObjectType): llvm.Value;
  /** Whether an object is of the class or one derived from it, or of one that implements the interface; as i1. */
  test(type: ObjectType, reference: llvm.Value): llvm.Value;
  /** Bytes from the descriptor's start to the vtable's entry of a method, as i64. */
  methodOffset(type: ObjectType, method: string): llvm.Value;
  /** Of the closures of one graph; `captures` are the low values that they hold. */
  closureId(callee: string, captures: readonly RtsType[]): llvm.Value;
  /** The one closure of a graph that captures nothing. */
  staticClosure(callee: string, code: llvm.Constant): llvm.Value;
  itemsOf(element: RtsType): ItemType;
  /** For debuggers: what the headers of objects say, null where only the whole program does. */
  objectIds(): Iterable<readonly [ObjectType, number | null]>;
  /** The same of closures, by their graphs. */
  closureIds(): Iterable<readonly [string, number]>;
  /** When everything has been emitted. */
  finish(): void;
}

// Types of low graphs → LLVM types. Signedness lives in the operations, as in LLVM.
import llvm from 'llvm-bindings';
import { InternalError } from '../graph/internal-error.ts';
import { typeName } from '../program/type-name.ts';
import { isReference, type RtsType } from '../program/types.ts';

export class LlvmTypes {
  readonly i1: llvm.IntegerType;
  readonly i8: llvm.IntegerType;
  readonly i16: llvm.IntegerType;
  readonly i32: llvm.IntegerType;
  readonly i64: llvm.IntegerType;
  readonly float: llvm.Type;
  readonly double: llvm.Type;
  readonly void: llvm.Type;
  /** Every address, and the environment. */
  readonly address: llvm.PointerType;
  /** Of an array of addresses. */
  readonly addresses: llvm.PointerType;
  /** What a landing pad gives. */
  readonly exception: llvm.StructType;
  readonly #context: llvm.LLVMContext;
  readonly #ints: ReadonlyMap<number, llvm.IntegerType>;

  constructor(context: llvm.LLVMContext) {
    this.#context = context;
    this.i1 = llvm.Type.getInt1Ty(context);
    this.i8 = llvm.Type.getInt8Ty(context);
    this.i16 = llvm.Type.getInt16Ty(context);
    this.i32 = llvm.Type.getInt32Ty(context);
    this.i64 = llvm.Type.getInt64Ty(context);
    this.float = llvm.Type.getFloatTy(context);
    this.double = llvm.Type.getDoubleTy(context);
    this.void = llvm.Type.getVoidTy(context);
    this.address = llvm.Type.getInt8PtrTy(context);
    this.addresses = llvm.PointerType.getUnqual(this.address);
    this.exception = llvm.StructType.get(context, [this.address, this.i32]);
    this.#ints = new Map([
      [8, this.i8],
      [16, this.i16],
      [32, this.i32],
      [64, this.i64],
    ]);
  }

  int(bits: number): llvm.IntegerType {
    const type = this.#ints.get(bits);
    if (!type) throw new InternalError(`no integer of ${bits} bits`);
    return type;
  }

  /** Of products. */
  twice(bits: number): llvm.IntegerType {
    return llvm.Type.getIntNTy(this.#context, 2 * bits);
  }

  of(type: RtsType): llvm.Type {
    if (isReference(type)) return this.address;
    switch (type.kind) {
      case 'int':
        return this.int(type.bits);
      case 'float':
        return type.name === 'f32' ? this.float : this.double;
      case 'boolean':
        return this.i1;
      case 'address':
      case 'object':
      case 'array':
      case 'function':
      case 'union':
        return this.address;
      default:
        throw new InternalError(`${typeName(type)} in a low graph`);
    }
  }

  /** void, the one value's type, or a structure of several. */
  results(types: readonly RtsType[]): llvm.Type {
    const [first, ...rest] = types.map((type) => this.of(type));
    if (!first) return this.void;
    return rest.length === 0 ? first : llvm.StructType.get(this.#context, [first, ...rest]);
  }
}

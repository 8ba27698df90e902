// Constants of low graphs and texts of the module → LLVM constants. Equal texts are made once.
import llvm from 'llvm-bindings';
import { stringHash } from '../builtins/string-hash.ts';
import type { Constant } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { ConstantValue } from '../program/nodes.ts';
import { typeName } from '../program/type-name.ts';
import { isReference } from '../program/types.ts';
import { CHARACTER_BYTES, CHARACTERS, EMPTY } from './characters.ts';
import { BUILTIN_IDS } from './heap/descriptors.ts';
import type { LlvmTypes } from './types.ts';

/** The collector's word of constants. */
const STATIC_WORD = 2;

export class LlvmConstants {
  readonly #context: llvm.LLVMContext;
  readonly #module: llvm.Module;
  readonly #types: LlvmTypes;
  readonly #folder: llvm.IRBuilder;
  readonly #texts = new Map<string, llvm.Constant>();
  readonly #strings = new Map<string, llvm.Constant>();
  readonly #names = new Map<string, llvm.Constant>();
  readonly #units = new Map<number, llvm.Constant>();

  readonly #closures = new Map<number, llvm.Constant>();

  constructor(context: llvm.LLVMContext, module: llvm.Module, types: LlvmTypes) {
    this.#context = context;
    this.#module = module;
    this.#types = types;
    this.#folder = new llvm.IRBuilder(context);
  }

  of({ type, value }: Constant): llvm.Constant {
    if (isReference(type)) return this.#reference(value);
    switch (type.kind) {
      case 'int':
        return this.int(type.bits, BigInt(value as number | bigint));
      case 'float':
        return this.float(type.name, value as number);
      case 'boolean':
        return this.i1(value === true);
      case 'address':
        return this.null;
      case 'object':
      case 'array':
      case 'function':
        return value === undefined ? this.undefinedReference : this.null;
      default:
        throw new InternalError(`constant of type ${typeName(type)} in a low graph`);
    }
  }

  #reference(value: ConstantValue): llvm.Constant {
    if (typeof value === 'string') return this.string(value);
    return value === null ? this.null : this.undefined;
  }

  /** The reference that stands for undefined. */
  get undefined(): llvm.Constant {
    return this.#folder.CreateIntToPtr(this.int(64, 1), this.#types.address) as llvm.Constant;
  }

  get null(): llvm.Constant {
    return llvm.ConstantPointerNull.get(this.#types.address);
  }

  /** A reference is 1 where the value is undefined. */
  get undefinedReference(): llvm.Constant {
    const one = this.#folder.CreateIntToPtr(this.int(64, 1), this.#types.address);
    return one as llvm.Constant;
  }

  int(bits: number, value: bigint | number): llvm.ConstantInt {
    const big = BigInt.asIntN(64, BigInt(value));
    const type = this.#types.int(bits);
    if (big === BigInt(Number(big)) && Math.abs(Number(big)) <= Number.MAX_SAFE_INTEGER) {
      return llvm.ConstantInt.get(type, Number(big), true);
    }
    return this.#wide(big);
  }

  i1(value: boolean): llvm.ConstantInt {
    return value
      ? llvm.ConstantInt.getTrue(this.#context)
      : llvm.ConstantInt.getFalse(this.#context);
  }

  /** The binding takes numbers: 64 bits that a number cannot hold are joined from halves; the builder folds that. */
  #wide(value: bigint): llvm.ConstantInt {
    const half = (bits: bigint): llvm.Constant =>
      llvm.ConstantInt.get(this.#types.i64, Number(BigInt.asUintN(32, bits)));
    const high = this.#folder.CreateShl(half(value >> 32n), this.int(64, 32));
    return this.#folder.CreateOr(high, half(value)) as llvm.ConstantInt;
  }

  float(name: 'f64' | 'f32', value: number): llvm.Constant {
    const type = name === 'f32' ? this.#types.float : this.#types.double;
    return Number.isNaN(value) ? llvm.ConstantFP.getNaN(type) : llvm.ConstantFP.get(type, value);
  }

  /** Address of an i32 length and so many bytes of UTF-8: what `mm.text` of the prelude reads. */
  text(text: string): llvm.Constant {
    return cached(this.#texts, text, () => {
      const bytes = llvm.ConstantDataArray.getString(this.#context, text, false);
      const length = this.int(32, Buffer.byteLength(text));
      const type = llvm.StructType.get(this.#context, [this.#types.i32, bytes.getType()]);
      return this.#global(type, llvm.ConstantStruct.get(type, [length, bytes]), 'text');
    });
  }

  /** Address of a NUL-terminated name. */
  name(name: string): llvm.Constant {
    return cached(this.#names, name, () => {
      const bytes = llvm.ConstantDataArray.getString(this.#context, name, true);
      return this.#global(bytes.getType(), bytes, 'name');
    });
  }

  /** A string as a constant object of the heap. Its first word, header and collector's word in one, aligns it. */
  string(text: string): llvm.Constant {
    return cached(this.#strings, text, () => {
      if (text.length === 0) return this.#named(EMPTY);
      const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
      const [unit = 0] = units;
      if (units.length === 1 && unit < 256) return this.#character(unit);
      const wide = units.some((unit) => unit > 0xff);
      const bits = wide ? 16 : 8;
      const items = llvm.ArrayType.get(this.#types.int(bits), units.length);
      const { i64, i32 } = this.#types;
      const type = llvm.StructType.get(this.#context, [i64, i32, i32, items]);
      const parts = [
        this.int(64, (wide ? BUILTIN_IDS.string16 : BUILTIN_IDS.string8) + STATIC_WORD * 2 ** 32),
        this.int(32, units.length),
        this.int(32, stringHash(text)),
        llvm.ConstantArray.get(
          items,
          units.map((unit) => this.#unit(unit, bits)),
        ),
      ];
      return this.#global(type, llvm.ConstantStruct.get(type, parts), 'string');
    });
  }

  #named(name: string): llvm.Constant {
    const global = this.#module.getGlobalVariable(name, true);
    if (!global) throw new InternalError(`the prelude has no ${name}`);
    return llvm.ConstantExpr.getBitCast(global, this.#types.address);
  }

  #character(unit: number): llvm.Constant {
    const at = this.int(64, unit * CHARACTER_BYTES);
    const table = this.#named(CHARACTERS);
    return this.#folder.CreateInBoundsGEP(this.#types.i8, table, at) as llvm.Constant;
  }

  /** Address of the UTF-16 code units of a string, without a header. */
  units(text: string): llvm.Constant {
    return cached(this.#texts, `units ${text}`, () => {
      const units = Array.from({ length: text.length }, (_, i) =>
        this.#unit(text.charCodeAt(i), 16),
      );
      const type = llvm.ArrayType.get(this.#types.i16, units.length);
      return this.#global(type, llvm.ConstantArray.get(type, units), 'units');
    });
  }

  #unit(code: number, bits: 8 | 16): llvm.Constant {
    return cached(this.#units, code * 32 + bits, () => this.int(bits, code));
  }

  /** Address of an object that the collector leaves alone: its descriptor's id, then what follows the header. */
  staticObject(id: number, parts: readonly llvm.Constant[]): llvm.Constant {
    // 2: STATIC.
    const all = [this.int(32, id), this.int(32, 2), ...parts];
    const type = llvm.StructType.get(
      this.#context,
      all.map((part) => part.getType()),
    );
    return this.#global(type, llvm.ConstantStruct.get(type, all), 'object');
  }

  /** Address of what another object defines. */
  external(name: string, type: llvm.Type): llvm.Constant {
    const linkage = llvm.GlobalValue.LinkageTypes.ExternalLinkage;
    const known =
      this.#module.getGlobalVariable(name, true) ??
      new llvm.GlobalVariable(this.#module, type, true, linkage, null, name);
    return llvm.ConstantExpr.getBitCast(known, this.#types.address);
  }

  /** The closure of a graph that captures nothing: one object, however often it is evaluated. */
  staticClosure(id: number, code: llvm.Constant): llvm.Constant {
    return cached(this.#closures, id, () => this.staticObject(id, [code]));
  }

  /** Address of an array of i32. */
  offsets(values: readonly number[]): llvm.Constant {
    const type = llvm.ArrayType.get(this.#types.i32, values.length);
    const items = values.map((value) => this.int(32, value));
    return this.#global(type, llvm.ConstantArray.get(type, items), 'offsets');
  }

  /** Address of such bytes. */
  bytes(values: readonly number[]): llvm.Constant {
    const type = llvm.ArrayType.get(this.#types.i8, values.length);
    const items = values.map((value) => this.#unit(value, 8));
    return this.#global(type, llvm.ConstantArray.get(type, items), 'bytes');
  }

  /** Address of a structure of such fields, at their natural places. */
  structure(fields: readonly llvm.Constant[]): llvm.Constant {
    const type = llvm.StructType.get(
      this.#context,
      fields.map((field) => field.getType()),
    );
    return this.#global(type, llvm.ConstantStruct.get(type, [...fields]), 'structure');
  }

  #global(type: llvm.Type, value: llvm.Constant, name: string): llvm.Constant {
    const linkage = llvm.GlobalValue.LinkageTypes.PrivateLinkage;
    const global = new llvm.GlobalVariable(this.#module, type, true, linkage, value, name);
    return llvm.ConstantExpr.getBitCast(global, this.#types.address);
  }
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

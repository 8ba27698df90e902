// The LLVM module under construction: context, builder, types, constants, and the functions that exist so far.
// Begins as the prelude's text; everything that the binding cannot say stands there.
import llvm from 'llvm-bindings';
import { C_ABIS } from '../../runtime/lltype/classify.ts';
import type { CAbi } from '../../runtime/lltype/passing.ts';
import { coreSymbol } from '../builtins/core-library.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { Unit } from '../graph/unit.ts';
import type { RtsType } from '../program/types.ts';
import type { Target } from '../target/targets.ts';
import { LlvmConstants } from './constants.ts';
import { HeapTypes } from './heap/heap-types.ts';
import type { ObjectTypes } from './heap/object-types.ts';
import { OpenTypes } from './parts/open-types.ts';
import { LlvmTypes } from './types.ts';

export type Callable = llvm.Function;

const LINKAGE = {
  internal: llvm.GlobalValue.LinkageTypes.InternalLinkage,
  shared: llvm.GlobalValue.LinkageTypes.WeakODRLinkage,
  public: llvm.GlobalValue.LinkageTypes.ExternalLinkage,
} as const;

/** Those of the prelude that call the runtime core. */
const HEAP_FUNCTION =
  /^mm\.(?:gc_|heap_|core\.|array\.|buffer_box|buffer_open|weak_|callback\.(?:new|free)|closure\.new|(?:field|item)\.store\.reference|string_(?!len)|argument\.string|result\.string|raise_string|pend_flat|pending_message|host_error|host_field|host_hold|pending_error_in)/;

/** Low types of one name are one LLVM type. */
const machineName = (type: RtsType): string => {
  if (type.kind === 'int') return `i${type.bits}`;
  if (type.kind === 'float') return type.name;
  return type.kind === 'boolean' ? 'i1' : 'p';
};

export class ModuleWriter {
  readonly context = new llvm.LLVMContext();
  readonly module: llvm.Module;
  readonly builder: llvm.IRBuilder;
  readonly types: LlvmTypes;
  readonly constants: LlvmConstants;
  /** The descriptors of the unit's objects. */
  readonly heap: ObjectTypes;
  readonly unit: Unit;
  /** How C functions are called. */
  readonly abi: CAbi;
  /** Graphs that say by a mark in the environment that they have raised (`returning-graphs.ts`). */
  returning: ReadonlySet<string> = new Set();
  readonly #functions = new Map<string, llvm.Function>();
  #usesHeap = false;

  /** `prelude`: path of a file of LLVM's text that is known to be right (the binding does not say what is wrong with it). */
  constructor(unit: Unit, prelude: string, { architecture }: Target) {
    const { name } = unit;
    this.unit = unit;
    this.abi = C_ABIS[architecture];
    const parsed: llvm.Module | null = llvm.parseIRFile(
      prelude,
      new llvm.SMDiagnostic(),
      this.context,
    );
    if (!parsed) throw new InternalError(`LLVM does not read ${prelude}`);
    this.module = parsed;
    this.module.setModuleIdentifier(name);
    this.module.setSourceFileName(name);
    this.builder = new llvm.IRBuilder(this.context);
    this.types = new LlvmTypes(this.context);
    this.constants = new LlvmConstants(this.context, this.module, this.types);
    this.heap = unit.part ? new OpenTypes(unit, this) : new HeapTypes(unit, this);
  }

  /** A function of the prelude, a C function, or one that `define` has made. */
  function(name: string): llvm.Function {
    let found = this.#functions.get(name);
    if (!found) {
      this.#usesHeap ||= HEAP_FUNCTION.test(name);
      const callee = this.module.getFunction(name);
      if (!callee) throw new InternalError(`the prelude has no function ${name}`);
      this.#functions.set(name, (found = callee));
    }
    return found;
  }

  /** The prelude declares or defines it. */
  has(name: string): boolean {
    return Boolean(this.module.getFunction(name));
  }

  /** For what knows beforehand that it will. */
  needHeap(): void {
    this.#usesHeap = true;
  }

  /** A function of the heap has been asked for: the module needs the runtime core. */
  get usesHeap(): boolean {
    return this.#usesHeap;
  }

  /** A number that the object of the whole program says, of a program that is compiled in parts. Loaded where the builder stands. */
  programConstant(name: string, bits: 32 | 64): llvm.Value {
    const type = this.types.int(bits);
    const { ExternalLinkage } = llvm.GlobalValue.LinkageTypes;
    const global =
      this.module.getGlobalVariable(name, true) ??
      new llvm.GlobalVariable(this.module, type, true, ExternalLinkage, null, name);
    return this.builder.CreateLoad(type, global);
  }

  /** A function of the runtime core; it takes the environment before `parameters`. */
  coreFunction(name: string, result: llvm.Type, parameters: readonly llvm.Type[]): llvm.Function {
    this.#usesHeap = true;
    return this.complete(coreSymbol(name), result, [this.types.address, ...parameters]);
  }

  /** A public function that the prelude has declared, or nobody has. */
  complete(name: string, result: llvm.Type, parameters: readonly llvm.Type[]): llvm.Function {
    const declared = this.module.getFunction(name);
    if (!declared) return this.define(name, result, parameters, 'public');
    const type = llvm.FunctionType.get(result, [...parameters], false);
    if (!llvm.Type.isSameType(declared.getType(), llvm.PointerType.getUnqual(type)))
      throw new InternalError(`the prelude declares ${name} with another type`);
    return declared;
  }

  /** A new function without a body. `shared`: several modules of a program may define it, all the same. */
  define(
    name: string,
    result: llvm.Type,
    parameters: readonly llvm.Type[],
    reach: 'internal' | 'shared' | 'public' = 'internal',
  ): llvm.Function {
    const type = llvm.FunctionType.get(result, [...parameters], false);
    const linkage = LINKAGE[reach];
    const made = llvm.Function.Create(type, linkage, name, this.module);
    this.#functions.set(name, made);
    return made;
  }

  block(name: string, parent: llvm.Function): llvm.BasicBlock {
    return llvm.BasicBlock.Create(this.context, name, parent);
  }

  /**
   * A function that calls the code whose address is its first parameter with the others. It is inlined; an invoke needs a
   * function of the binding's own. One for each signature: low types, those of the operands behind the environment.
   */
  indirectCall(operands: readonly RtsType[], returned: readonly RtsType[]): llvm.Function {
    const name = `mm.call(${operands.map(machineName).join()})${returned.map(machineName).join()}`;
    const known = this.#functions.get(name);
    if (known) return known;
    const result = this.types.results(returned);
    const parameters = [this.types.address, ...operands.map((one) => this.types.of(one))];
    const type = llvm.FunctionType.get(result, parameters, false);
    const made = this.define(name, result, [this.types.address, ...parameters]);
    const builder = new llvm.IRBuilder(this.context);
    builder.SetInsertPoint(this.block('entry', made));
    const code = builder.CreateBitCast(made.getArg(0), llvm.PointerType.getUnqual(type));
    const args = parameters.map((_, index) => made.getArg(index + 1));
    const call = builder.CreateCall(type, code, args);
    if (llvm.Type.isSameType(result, this.types.void)) builder.CreateRetVoid();
    else builder.CreateRet(call);
    return made;
  }

  /** Calls a function of the prelude that does not raise. */
  call(name: string, args: readonly llvm.Value[]): llvm.Value {
    return this.builder.CreateCall(this.function(name), [...args]);
  }

  /** The block that the builder is in. */
  get currentBlock(): llvm.BasicBlock {
    const block = this.builder.GetInsertBlock();
    if (!block) throw new InternalError('the builder is in no block');
    return block;
  }
}

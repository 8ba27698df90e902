// The LLVM module under construction: context, builder, types, constants, and the functions that exist so far.
// Begins as the prelude's text; everything that the binding cannot say stands there.
import llvm from 'llvm-bindings';
import { coreSymbol } from '../builtins/core-library.ts';
import { InternalError } from '../graph/internal-error.ts';
import { LlvmConstants } from './constants.ts';
import { LlvmTypes } from './types.ts';

export type Callable = llvm.Function;

/** Those of the prelude that call the runtime core. */
const HEAP_FUNCTION =
  /^mm\.(?:gc_|heap_|core\.|string_(?!len)|argument\.string|result\.string|raise_string)/;

export class ModuleWriter {
  readonly context = new llvm.LLVMContext();
  readonly module: llvm.Module;
  readonly builder: llvm.IRBuilder;
  readonly types: LlvmTypes;
  readonly constants: LlvmConstants;
  readonly #functions = new Map<string, llvm.Function>();
  #usesHeap = false;

  /** `prelude`: path of a file of LLVM's text that is known to be right (the binding does not say what is wrong with it). */
  constructor(name: string, prelude: string) {
    this.module = llvm.parseIRFile(prelude, new llvm.SMDiagnostic(), this.context);
    this.module.setModuleIdentifier(name);
    this.module.setSourceFileName(name);
    this.builder = new llvm.IRBuilder(this.context);
    this.types = new LlvmTypes(this.context);
    this.constants = new LlvmConstants(this.context, this.module, this.types);
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

  /** For what knows beforehand that it will. */
  needHeap(): void {
    this.#usesHeap = true;
  }

  /** A function of the heap has been asked for: the module needs the runtime core. */
  get usesHeap(): boolean {
    return this.#usesHeap;
  }

  /** A function of the runtime core; it takes the environment before `parameters`. */
  coreFunction(name: string, result: llvm.Type, parameters: readonly llvm.Type[]): llvm.Function {
    this.#usesHeap = true;
    return this.complete(coreSymbol(name), result, [this.types.address, ...parameters]);
  }

  /** A public function that the prelude has declared, or nobody has. */
  complete(name: string, result: llvm.Type, parameters: readonly llvm.Type[]): llvm.Function {
    const declared = this.module.getFunction(name);
    if (!declared) return this.define(name, result, parameters, true);
    const type = llvm.FunctionType.get(result, [...parameters], false);
    if (!llvm.Type.isSameType(declared.getType(), llvm.PointerType.getUnqual(type)))
      throw new InternalError(`the prelude declares ${name} with another type`);
    return declared;
  }

  /** A new function without a body. */
  define(
    name: string,
    result: llvm.Type,
    parameters: readonly llvm.Type[],
    isPublic = false,
  ): llvm.Function {
    const { ExternalLinkage, InternalLinkage } = llvm.GlobalValue.LinkageTypes;
    const type = llvm.FunctionType.get(result, [...parameters], false);
    const linkage = isPublic ? ExternalLinkage : InternalLinkage;
    const made = llvm.Function.Create(type, linkage, name, this.module);
    this.#functions.set(name, made);
    return made;
  }

  block(name: string, parent: llvm.Function): llvm.BasicBlock {
    return llvm.BasicBlock.Create(this.context, name, parent);
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

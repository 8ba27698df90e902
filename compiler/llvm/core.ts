// The runtime core (`runtime/core/`): compiled once into a library of functions `mm.core.<name>`, which is linked into the
// modules of programs that use the heap, beside the prelude. The others neither read nor contain it.
import llvm from 'llvm-bindings';
import { join } from 'node:path';
import { CORE_LIBRARY, coreSymbol } from '../builtins/core-library.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { Unit } from '../graph/unit.ts';
import type { Host } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { graphSymbol } from './graph-symbol.ts';
import type { ModuleWriter } from './writer.ts';

/** Its functions are discardable: what the module does not call leaves no trace in it. */
export function linkCore(writer: ModuleWriter, host: Host): void {
  const path = join(packageRoot, CORE_LIBRARY);
  if (!host.exists(path))
    throw new Error(`mixmod: ${path} is missing from the package; install mixmod again`);
  const core = llvm.parseIRFile(path, new llvm.SMDiagnostic(), writer.context);
  if (llvm.Linker.linkModules(writer.module, core))
    throw new InternalError('LLVM does not link the runtime core');
}

/** What the prelude calls: each exported function by its symbol, the environment first. */
export function emitCoreExports(unit: Unit, writer: ModuleWriter): void {
  const { builder, types } = writer;
  for (const item of unit.exports) {
    if (item.kind !== 'function') throw new InternalError(`the core exports ${item.name}`);
    const graph = unit.graphs.get(item.graph);
    if (!graph) throw new InternalError(`the core has no graph ${item.graph}`);
    const inputs = graph.start.inputs.map(({ type }) => types.of(type));
    const parameters = [types.address, ...inputs];
    const made = writer.complete(coreSymbol(item.name), types.results(graph.results), parameters);
    builder.SetInsertPoint(writer.block('entry', made));
    const args = parameters.map((_, index) => made.getArg(index));
    const result = builder.CreateCall(writer.function(graphSymbol(item.graph)), args);
    if (graph.results.length === 0) builder.CreateRetVoid();
    else builder.CreateRet(result);
  }
}

// The runtime core (`runtime/core/`): compiled once into an object of functions `mm.core.<name>`, which the linker puts beside
// the objects of modules that use the heap. The others neither read nor contain it.
import { join } from 'node:path';
import { CORE_LIBRARY, coreSymbol } from '../builtins/core-library.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { Unit } from '../graph/unit.ts';
import type { Host } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { graphSymbol } from './graph-symbol.ts';
import type { ModuleWriter } from './writer.ts';

/** The path of that object. */
export function coreLibrary(host: Host): string {
  const path = join(packageRoot, CORE_LIBRARY);
  if (!host.exists(path))
    throw new Error(`mixmod: ${path} is missing from the package; install mixmod again`);
  return path;
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

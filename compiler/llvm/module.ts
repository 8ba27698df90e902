// A unit of low graphs → the LLVM module of its addon, as bitcode.
import llvm from 'llvm-bindings';
import { InternalError } from '../graph/internal-error.ts';
import type { Unit } from '../graph/unit.ts';
import type { Host } from '../host.ts';
import type { BuildOptions } from '../options.ts';
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { emitRegistration } from './boundary/registration.ts';
import { cDeclarations } from './c-functions.ts';
import { LineTable } from './debug.ts';
import { layoutEnvironment } from './environment.ts';
import { declareGraph, emitGraph } from './graph-function.ts';
import { Positions } from './positions.ts';
import { preludeText } from './prelude.ts';
import { ModuleWriter } from './writer.ts';

export interface EmittedModule {
  /** The unit's name. */
  readonly name: string;
  readonly bitcode: Uint8Array;
  /** The module in LLVM's text form. */
  readonly ir: () => string;
  readonly cFunctions: readonly CFunction[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
}

export function emitModule(unit: Unit, options: BuildOptions, host: Host): EmittedModule {
  const folder = host.makeTemporary();
  try {
    const writer = writeModule(unit, options, host, host.resolve(folder, 'prelude.ll'));
    if (llvm.verifyModule(writer.module)) {
      throw new InternalError(`LLVM's verifier refuses the module of ${unit.name}`);
    }
    const path = host.resolve(folder, 'module.bc');
    llvm.WriteBitcodeToFile(writer.module, path);
    const bitcode = host.readBytes(path);
    if (!bitcode) throw new InternalError(`LLVM wrote no bitcode for ${unit.name}`);
    const { cFunctions, compilationInfos } = unit;
    return {
      name: unit.name,
      bitcode,
      ir: () => writer.module.print(),
      cFunctions,
      compilationInfos,
    };
  } finally {
    host.remove(folder);
  }
}

function writeModule(
  unit: Unit,
  options: BuildOptions,
  host: Host,
  preludePath: string,
): ModuleWriter {
  const prelude = preludeText();
  host.writeAtomic(preludePath, `${prelude}\n${cDeclarations(unit.cFunctions, prelude)}\n`);
  const writer = new ModuleWriter(unit.name, preludePath);
  const layout = layoutEnvironment(unit.globals);
  const lines = options.debug
    ? new LineTable(writer, `${unit.name}.ts`, host.resolve('.'), options.level > 0)
    : null;
  const graphs = [...unit.graphs.values()];
  for (const graph of graphs) declareGraph(graph, writer);
  const positions = new Positions(unit.functions);
  for (const graph of graphs) emitGraph(graph, writer, layout, positions, lines);
  emitRegistration(unit, writer, layout);
  lines?.finish();
  return writer;
}

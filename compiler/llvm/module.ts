// A unit of low graphs → the LLVM module of its addon, as bitcode.
import { basename } from 'node:path';
import llvm from 'llvm-bindings';
import { InternalError } from '../graph/internal-error.ts';
import type { Unit } from '../graph/unit.ts';
import type { Host } from '../host.ts';
import { targetOf, type BuildOptions } from '../options.ts';
import { C_ABIS } from '../../runtime/lltype/classify.ts';
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { emitRegistration } from './boundary/registration.ts';
import { offthreadText } from './boundary/offthread-text.ts';
import { callbacksOf, callbackText } from './c-abi/callback.ts';
import { cDeclarations } from './c-abi/declarations.ts';
import { DebugInfo } from './debug/debug-info.ts';
import { coreLibrary, emitCoreExports } from './core.ts';
import { layoutEnvironment, type EnvironmentLayout } from './environment.ts';
import { declareExport, declareGraph, emitGraph } from './graph-function.ts';
import { returningGraphs } from './returning-graphs.ts';
import type { PartFacts } from './parts/facts.ts';
import { partFacts } from './parts/part-facts.ts';
import { programText } from './parts/program-text.ts';
import { Positions } from './positions.ts';
import { corePreludeText, offthreadPreludeText, preludeText } from './prelude.ts';
import { ModuleWriter } from './writer.ts';

export interface EmittedModule {
  /** The unit's name. */
  readonly name: string;
  readonly bitcode: Uint8Array;
  /** Paths of compiled objects that belong to it. */
  readonly objects: readonly string[];
  /** The module in LLVM's text form. */
  readonly ir: () => string;
  /** It allocates objects: the collector is part of it. */
  readonly usesHeap: boolean;
  readonly cFunctions: readonly CFunction[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
  /** Of a module that is compiled on its own; null for a whole program. */
  readonly facts: PartFacts | null;
}

/** The runtime core among its objects is this machine's, whatever the target is. */
export function emitModule(unit: Unit, options: BuildOptions, host: Host): EmittedModule {
  // The graphs of a part may be called by other modules.
  const returning = unit.part ? new Set<string>() : returningGraphs(unit);
  const prelude = preludeText(targetOf(options));
  return emit(unit, options, host, { prelude, returning }, (writer, layout) => {
    if (!unit.part || unit.part.isEntry) emitRegistration(unit, writer, layout);
    return writer.usesHeap ? [coreLibrary(host)] : [];
  });
}

/** The runtime core: its exports are functions that the prelude calls, and nothing registers it with a host. */
export function emitCore(unit: Unit, options: BuildOptions, host: Host): EmittedModule {
  const own = { prelude: corePreludeText(targetOf(options)), returning: new Set<string>() };
  return emit(unit, options, host, own, (writer) => {
    emitCoreExports(unit, writer);
    return [];
  });
}

/** The object of a program that is compiled in parts: `parts` are those of all modules in evaluation order. */
export function emitProgram(
  parts: readonly PartFacts[],
  options: BuildOptions,
  host: Host,
): EmittedModule {
  const folder = host.makeTemporary();
  try {
    const path = host.resolve(folder, 'program.ll');
    host.writeTemporary(path, `${preludeText(targetOf(options))}\n${programText(parts)}`);
    const context = new llvm.LLVMContext();
    const parsed: llvm.Module | null = llvm.parseIRFile(path, new llvm.SMDiagnostic(), context);
    if (!parsed) throw new InternalError('LLVM does not read the text of the program');
    return {
      name: 'program',
      bitcode: bitcodeOf(parsed, folder, host),
      objects: [],
      ir: () => parsed.print(),
      usesHeap: true,
      cFunctions: [],
      compilationInfos: [],
      facts: null,
    };
  } finally {
    host.remove(folder);
  }
}

function bitcodeOf(module: llvm.Module, folder: string, host: Host): Uint8Array {
  const path = host.resolve(folder, 'module.bc');
  llvm.WriteBitcodeToFile(module, path);
  const bitcode = host.readBytes(path);
  if (!bitcode) throw new InternalError('LLVM wrote no bitcode');
  return bitcode;
}

interface Surroundings {
  /** The text that the module begins with. */
  readonly prelude: string;
  readonly returning: ReadonlySet<string>;
}

/** How the rest of a module is made, when its graphs are there. Gives the objects that belong to it. */
type Finish = (writer: ModuleWriter, layout: EnvironmentLayout) => readonly string[];

function emit(
  unit: Unit,
  options: BuildOptions,
  host: Host,
  { prelude, returning }: Surroundings,
  finish: Finish,
): EmittedModule {
  const folder = host.makeTemporary();
  try {
    const preludePath = host.resolve(folder, 'prelude.ll');
    const offthread = offthreadText(unit);
    const abi = C_ABIS[targetOf(options).architecture];
    const texts = [
      prelude,
      cDeclarations(unit.cFunctions, prelude, abi),
      ...callbacksOf(unit).map((callback) => callbackText(callback, abi)),
      ...(offthread === '' ? [] : [offthreadPreludeText(), offthread]),
    ];
    host.writeTemporary(preludePath, `${texts.join('\n')}\n`);
    const { writer, objects, debug } = writeModule(
      unit,
      options,
      host,
      { prelude: preludePath, returning },
      finish,
    );
    if (llvm.verifyModule(writer.module)) {
      throw new InternalError(`LLVM's verifier refuses the module of ${unit.name}`);
    }
    const module = debug ? completed(debug, writer, folder, host) : writer.module;
    const bitcode = bitcodeOf(module, folder, host);
    const { cFunctions, compilationInfos } = unit;
    return {
      name: unit.name,
      bitcode,
      objects,
      ir: () => module.print(),
      usesHeap: writer.usesHeap,
      cFunctions,
      compilationInfos,
      facts: unit.part ? partFacts(unit, writer) : null,
    };
  } finally {
    host.remove(folder);
  }
}

/** The module read again from its text, in which the debug information is whole. */
function completed(
  debug: DebugInfo,
  { module, context }: ModuleWriter,
  folder: string,
  host: Host,
): llvm.Module {
  const path = host.resolve(folder, 'module.ll');
  host.writeTemporary(path, debug.complete(module.print()));
  const read: llvm.Module | null = llvm.parseIRFile(path, new llvm.SMDiagnostic(), context);
  if (!read || llvm.verifyModule(read))
    throw new InternalError('LLVM refuses the debug information');
  return read;
}

/** The path of the entry file, as far as a function of it is left. */
const entryOf = ({ name, functions }: Unit): string =>
  functions
    .map(({ extent }) => extent.file.path)
    .findLast((path) => basename(path).startsWith(`${name}.`)) ?? `${name}.ts`;

function writeModule(
  unit: Unit,
  options: BuildOptions,
  host: Host,
  { prelude, returning }: Surroundings,
  finish: Finish,
): { writer: ModuleWriter; objects: readonly string[]; debug: DebugInfo | null } {
  const writer = new ModuleWriter(unit, prelude, targetOf(options));
  writer.returning = returning;
  const layout = layoutEnvironment(unit.globals);
  const isOptimized = options.level > 0;
  const debug = options.debug
    ? new DebugInfo(writer, { folder: host.resolve('.'), entry: entryOf(unit), isOptimized })
    : null;
  const graphs = [...unit.graphs.values()];
  for (const graph of graphs) declareGraph(graph, writer);
  for (const item of unit.part ? unit.exports : []) declareExport(item, writer);
  const positions = new Positions(unit.functions);
  for (const graph of graphs) emitGraph(graph, writer, layout, positions, debug);
  const objects = finish(writer, layout);
  writer.heap.finish();
  debug?.finish();
  return { writer, objects, debug };
}

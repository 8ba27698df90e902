// TypeScript files → the checked program, or all that is wrong with them.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { RELEASE, type BuildOptions } from '../options.ts';
import type {
  CheckedClass,
  CheckedModule,
  CheckedProgram,
  GlobalVariable,
  MemoryChecks,
  ModuleExport,
} from '../program/nodes.ts';
import type { SourceFile } from '../source/source-file.ts';
import { calledMethods, findDirectCalls } from './boundary/direct-calls.ts';
import { checkThreadSafety } from './boundary/thread-safety.ts';
import { checkFiles, endless } from './check-files.ts';
import { Checker } from './checker.ts';
import { finishClasses } from './classes/class-table.ts';
import { displayPath } from './display-path.ts';
import { javascriptClasses, libraryModules } from './finish-modules.ts';
import { moduleExports } from './declarations/exports.ts';
import { ModuleDeclarations } from './declarations/module.ts';
import { memoryChecks as makeMemoryChecks } from './lltype/memory-checks.ts';
import { moduleOrder } from './module-order.ts';
import { isStackOverflow } from './nesting.ts';
import { libraryFunction } from './library-program.ts';
import { CheckRun, ProgramState } from './program-state.ts';
import { keepCompiledForm } from './tsc.ts';
import { createProgram, programFiles } from './typescript.ts';
import { markUninitialisedGlobals } from './uninitialised-globals.ts';
import { uniqueIds } from './unique-ids.ts';

export interface CheckResult {
  /** null iff there are errors. */
  readonly program: CheckedProgram | null;
  /** What there is of the program in spite of errors, for editors only: types and parts of it may be missing. */
  readonly incomplete: CheckedProgram | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of the program, the entry last. */
  readonly files: readonly SourceFile[];
}

/** Checks the program whose entry file is `path`. */
export function check(
  path: string,
  host: Host,
  options: Pick<BuildOptions, 'checked' | 'target'> = RELEASE,
): CheckResult {
  try {
    return checkProgram(path, host, options);
  } catch (error) {
    // TypeScript's parser goes no deeper either, and chains of declarations are as deep as they are long.
    if (isStackOverflow(error)) {
      const { file, diagnostics } = endless(path, host.readText(host.resolve(path)) ?? '');
      return { program: null, incomplete: null, diagnostics, files: [file] };
    }
    throw error;
  }
}

function checkProgram(
  path: string,
  host: Host,
  { checked, target }: Pick<BuildOptions, 'checked' | 'target'>,
): CheckResult {
  const absolute = host.resolve(path);
  const program = createProgram(absolute, host);
  const entry = program?.getSourceFile(absolute);
  if (!program || !entry) return missing(path);
  const run = new CheckRun(libraryFunction, target);
  const display = (file: string): string => displayPath(file, absolute, path, host);
  const state = new ProgramState(program, host, display, run);
  const files = programFiles(program);
  const result = checkFiles(files, state, () => checkModules(entry, state, checked));
  keepCompiledForm();
  return {
    program: state.sink.hasErrors ? null : result,
    incomplete: result,
    diagnostics: state.sink.sorted(),
    files: [...files.filter((file) => file !== entry), entry].map((file) => state.file(file)),
  };
}

function checkModules(entry: ts.SourceFile, state: ProgramState, checked: boolean): CheckedProgram {
  const order = moduleOrder(entry, state.program, state.host);
  const modules = order.map((file) => new ModuleDeclarations(file, state));
  const id = uniqueIds(
    modules.flatMap((module) => module.names()),
    (file) => state.file(file).path,
  );
  state.classes.nameBy(id);
  for (const module of modules) module.bind(id);
  const memoryChecks = checked ? makeMemoryChecks(entry, new Checker(state, entry)) : null;
  const done = modules.map((module) => module.check());
  // What bodies ask of JavaScript changes all exports.
  state.made.checkPending();
  const exports = moduleExports(entry, state, new Checker(state, entry));
  state.made.checkPending();
  const { instances, literals, generators } = state.run;
  const finished = finishClasses(instances.values(), literals.values(), state.made);
  const classes = [...finished, ...javascriptClasses(state), ...generators.finish(state.made)];
  const used = offthreadVariables(exports, classes, memoryChecks, state);
  const all = done.map((module, i) => ({
    ...withHidden(module, used, state),
    functions: [...module.functions, ...state.made.of(module.file)],
    compilationInfos: modules[i]?.compilationInfos() ?? [],
    exports: i === done.length - 1 ? exports : [],
  }));
  if (state.run.crossingClasses.size > 0) findDirectCalls(calledMethods(all, classes), state);
  const program = {
    modules: [...libraryModules(all, state), ...all],
    classes,
    memoryChecks,
  };
  if (!state.sink.hasErrors) markUninitialisedGlobals(program);
  return program;
}

/** The hidden variables that threads have for themselves. */
function offthreadVariables(
  exports: readonly ModuleExport[],
  classes: readonly CheckedClass[],
  memoryChecks: MemoryChecks | null,
  { made, run, sink }: ProgramState,
): ReadonlySet<GlobalVariable> {
  const used = checkThreadSafety(exports, classes, made.hiddenGlobals, run.live, sink);
  return new Set([...used, ...(memoryChecks ? [memoryChecks.blocks] : [])]);
}

function withHidden(
  module: CheckedModule,
  offthread: ReadonlySet<GlobalVariable>,
  { made }: ProgramState,
): CheckedModule {
  const { globals, initializerOf } = made.hiddenOf(module.file);
  return {
    ...module,
    globals: [...globals, ...module.globals],
    initializer: [...initializerOf(new Set(globals)), ...module.initializer],
    hiddenInitializer: initializerOf(offthread),
  };
}

function missing(path: string): CheckResult {
  const sink = new DiagnosticSink();
  sink.report(E.fileNotFound, null, { path });
  return { program: null, incomplete: null, diagnostics: sink.sorted(), files: [] };
}

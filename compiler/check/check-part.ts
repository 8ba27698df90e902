// One module of a program, checked on its own. The ts.Program is that of all modules; of the others only declarations are read,
// so that a change in their bodies changes nothing of what is found here.
import type ts from 'typescript';
import type { Host } from '../host.ts';
import { RELEASE } from '../options.ts';
import type { TargetName } from '../target/targets.ts';
import { homeName } from '../program/home-name.ts';
import type { CheckedModule, CheckedProgram } from '../program/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkFiles, endless } from './check-files.ts';
import { Checker } from './checker.ts';
import {
  calledMethods,
  findDirectCalls,
  mergeCalled,
  type CalledMethods,
} from './boundary/direct-calls.ts';
import { finishClasses } from './classes/class-table.ts';
import { javascriptClasses, libraryModules } from './finish-modules.ts';
import { moduleExports } from './declarations/exports.ts';
import { ModuleDeclarations } from './declarations/module.ts';
import { displayPath } from './display-path.ts';
import { libraryFunction } from './library-program.ts';
import { moduleOrder } from './module-order.ts';
import { isStackOverflow } from './nesting.ts';
import { ModulePart } from './part.ts';
import { CheckRun, ProgramState } from './program-state.ts';
import { keepCompiledForm } from './tsc.ts';
import { markAllReads } from './uninitialised-globals.ts';
import { programFiles, programOf } from './typescript.ts';
import { reportTypescriptErrors } from './typescript-errors.ts';

/** A file of such a program. */
export type ProgramFile = ts.SourceFile;

const NOTHING: CalledMethods = { functions: [], slots: [] };

/** A program whose modules are checked one by one. */
export interface OpenProgram {
  readonly program: ts.Program;
  readonly entry: ts.SourceFile;
  /** In evaluation order, the entry last. */
  readonly order: readonly ts.SourceFile[];
  /** As messages name the file. */
  readonly display: (path: string) => string;
  readonly host: Host;
  readonly target: TargetName;
}

export interface PartResult {
  /** null iff there are errors. */
  readonly program: CheckedProgram | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What the module does that only a build of the whole program can do; null for most. */
  readonly needsWhole: string | null;
  /** Methods that it calls, which classes of JavaScript cannot override. */
  readonly called: CalledMethods;
}

/** undefined where the entry file cannot be read. `old`: the program as it was before a change; what is the same is not read again. */
export function openProgram(
  path: string,
  host: Host,
  old?: OpenProgram,
  target: TargetName = RELEASE.target,
): OpenProgram | undefined {
  const absolute = host.resolve(path);
  if (host.readText(absolute) === undefined) return undefined;
  const program = programOf([absolute], host, old?.program);
  const entry = program.getSourceFile(absolute);
  if (!entry) return undefined;
  const display = (file: string): string => displayPath(file, absolute, path, host);
  return { program, entry, order: moduleOrder(entry, program, host), display, host, target };
}

/** `file` is one of the program's modules. `calledElsewhere`: by the others, where it is the entry. */
export function checkPart(
  open: OpenProgram,
  file: ProgramFile,
  calledElsewhere: CalledMethods = NOTHING,
): PartResult {
  try {
    return checkModule(open, file, calledElsewhere);
  } catch (error) {
    // TypeScript's parser goes no deeper either, and chains of declarations are as deep as they are long.
    if (!isStackOverflow(error)) throw error;
    const { diagnostics } = endless(open.display(file.fileName), file.text);
    return { program: null, diagnostics, called: NOTHING, needsWhole: null };
  } finally {
    keepCompiledForm();
  }
}

/** What TypeScript says of files that are imported for their types only: they are no modules of the program. */
export function checkTypeFiles(open: OpenProgram): readonly Diagnostic[] {
  const { program, host, display, order, target } = open;
  const modules = new Set(order);
  const files = programFiles(program).filter((file) => !modules.has(file));
  if (files.length === 0) return [];
  const run = new CheckRun(libraryFunction, target);
  const state = new ProgramState(program, host, display, run);
  for (const file of files)
    reportTypescriptErrors(
      [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)],
      state,
    );
  return state.sink.sorted();
}

function checkModule(
  open: OpenProgram,
  file: ProgramFile,
  calledElsewhere: CalledMethods,
): PartResult {
  const { program, host, display, target } = open;
  const run = new CheckRun(libraryFunction, target);
  const id = (name: string, home: ProgramFile): string => homeName(name, display(home.fileName));
  const part = new ModulePart(file, (home) =>
    new ModuleDeclarations(home, state, 'elsewhere').bind(id),
  );
  const state: ProgramState = new ProgramState(program, host, display, run, part);
  state.classes.nameBy(id);
  const result = checkFiles([file], state, () =>
    checkBodies(open, state, file, id, calledElsewhere),
  );
  return {
    program: state.sink.hasErrors ? null : (result?.program ?? null),
    diagnostics: state.sink.sorted(),
    called: result?.called ?? NOTHING,
    needsWhole: result && needsWhole(open, state, file, result.program),
  };
}

interface CheckedBodies {
  readonly program: CheckedProgram;
  readonly called: CalledMethods;
}

function checkBodies(
  open: OpenProgram,
  state: ProgramState,
  file: ProgramFile,
  id: (name: string, file: ProgramFile) => string,
  calledElsewhere: CalledMethods,
): CheckedBodies {
  const { made, run } = state;
  const own = new ModuleDeclarations(file, state);
  own.bind(id);
  const checked = own.check();
  made.checkPending();
  const isEntry = file === open.entry;
  const exports = isEntry ? moduleExports(file, state, new Checker(state, file)) : [];
  made.checkPending();
  const finished = finishClasses(run.instances.values(), run.literals.values(), made);
  const classes = [...finished, ...javascriptClasses(state), ...run.generators.finish(made)];
  const module: CheckedModule = {
    ...checked,
    ...hidden(checked, state),
    functions: [...checked.functions, ...made.of(checked.file)],
    compilationInfos: own.compilationInfos(),
    exports,
  };
  const modules = [...libraryModules([module], state), module];
  const called = calledMethods(modules, classes);
  if (run.crossingClasses.size > 0) findDirectCalls(mergeCalled([called, calledElsewhere]), state);
  const program = { modules, classes, memoryChecks: null };
  markAllReads(program);
  return { program, called };
}

/** Variables that no declaration names, those of other modules' generic functions too. */
function hidden(
  { globals, initializer }: CheckedModule,
  { made }: ProgramState,
): Pick<CheckedModule, 'globals' | 'initializer'> {
  const found = [...made.hiddenFiles].map((file) => made.hiddenOf(file));
  const all = found.flatMap((one) => one.globals);
  return {
    globals: [...all, ...globals],
    initializer: [...found.flatMap((one) => one.initializerOf(new Set(all))), ...initializer],
  };
}

function needsWhole(
  { entry }: OpenProgram,
  { run }: ProgramState,
  file: ProgramFile,
  { modules }: CheckedProgram,
): string | null {
  if (file !== entry && run.live.isUsed)
    return 'it handles values of JavaScript outside of the entry module';
  const isOffthread = modules.some(({ exports }) =>
    exports.some((one) => one.kind === 'function' && one.packed?.crossing.isOffthread),
  );
  return isOffthread ? 'it has offthread functions' : null;
}

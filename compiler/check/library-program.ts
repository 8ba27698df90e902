// The language's own library, RTypeScript in `runtime/library/`: read when a program first uses something of it, into
// a ts.Program of its own, so that other programs pay nothing and none of its names can be seen by them. Only what is
// used of it is checked and compiled. A module of it may have functions, generic or not, and constants.
import type ts from 'typescript';
import { InternalError } from '../graph/internal-error.ts';
import { LIBRARY_MODULES, libraryModulePath } from './library-paths.ts';
import type { LibraryFunction } from './context.ts';
import { ModuleDeclarations } from './declarations/module.ts';
import { ProgramState } from './program-state.ts';
import { tsc } from './tsc.ts';
import { programOf } from './typescript.ts';

export function libraryFunction(module: string, name: string, user: ProgramState): LibraryFunction {
  const library = (user.run.library ??= openLibrary(user));
  const file = library.program.getSourceFile(libraryModulePath(module));
  const symbol = file && library.checker.getSymbolAtLocation(file);
  const exported = symbol?.exports?.get(tsc.escapeLeadingUnderscores(name));
  const binding = exported && library.binding(exported);
  if (binding?.kind === 'function' || binding?.kind === 'generic') return binding;
  throw new InternalError(`the library has no function ${module}.${name}`);
}

/** Its files are those of the package: the same in every run. */
let opened: ts.Program | null = null;

function openLibrary(user: ProgramState): ProgramState {
  const program = (opened ??= programOf(LIBRARY_MODULES.map(libraryModulePath), user.host));
  const paths = new Map(LIBRARY_MODULES.map((module) => [libraryModulePath(module), module]));
  const state = new ProgramState(
    program,
    user.host,
    (path) => `mixmod/library/${paths.get(path) ?? path}.ts`,
    user.run,
  );
  for (const [path, module] of paths) {
    const file = program.getSourceFile(path);
    if (!file) throw new InternalError(`${path} is missing`);
    new ModuleDeclarations(file, state, 'library').bind((name) => `${module}.${name}`);
  }
  return state;
}

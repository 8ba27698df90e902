// What joins a program beside its own modules: classes that stand for JavaScript's, and what is used of the library.
import type { CheckedClass, CheckedModule } from '../program/nodes.ts';
import type { ProgramState } from './program-state.ts';

export function javascriptClasses({ run, made }: ProgramState): readonly CheckedClass[] {
  return [...run.javascriptClasses.values()].map((one) => {
    const { checked, made: functions } = one.finish();
    for (const each of functions) made.add(checked.span.file, each);
    return checked;
  });
}

/** Files of the language's library of which something is used. */
export function libraryModules(
  own: readonly CheckedModule[],
  { made }: ProgramState,
): CheckedModule[] {
  const files = new Set(own.map(({ file }) => file));
  return made.files
    .filter((file) => !files.has(file))
    .map((file) => ({
      file,
      functions: made.of(file),
      globals: [],
      initializer: [],
      hiddenInitializer: [],
      exports: [],
      compilationInfos: [],
    }));
}

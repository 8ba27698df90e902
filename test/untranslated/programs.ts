// Small checked programs made by hand, printed, imported: the untranslated stage without `check`.
import type {
  CheckedFunction,
  CheckedProgram,
  Expression,
  Local,
  Statement,
} from '../../compiler/program/nodes.ts';
import type { RtsType } from '../../compiler/program/types.ts';
import { createSourceFile } from '../../compiler/source/source-file.ts';
import { untranslated } from '../../compiler/untranslated/untranslated.ts';

const file = createSourceFile('made.ts', '');
export const span = { file, start: 0, end: 0 };

export const local = (name: string, type: RtsType): Local => ({ name, type, mutable: true });
export const readLocal = (of: Local): Expression => ({
  kind: 'read', place: { kind: 'local', local: of }, type: of.type, span,
}); // prettier-ignore
export const returns = (value: Expression): Statement => ({ kind: 'return', value, span });

export function makeFunction(
  name: string,
  locals: readonly Local[],
  result: RtsType,
  body: readonly Statement[],
): CheckedFunction {
  const parameters = locals.map((one) => ({ local: one, optional: false, type: one.type }));
  return {
    id: name,
    name,
    parameters,
    result,
    body,
    span,
    extent: span,
    documentation: '',
    closure: null,
    captures: [],
    self: null,
  };
}

export function program(functions: readonly CheckedFunction[]): CheckedProgram {
  const exports = functions.map(
    (one) => ({ kind: 'function', name: one.name, function: one }) as const,
  );
  const module = {
    file,
    functions,
    globals: [],
    initializer: [],
    hiddenInitializer: [],
    exports,
    compilationInfos: [],
  };
  return { modules: [module], classes: [], memoryChecks: null };
}

export type Callable = (...args: readonly unknown[]) => unknown;

/** The exports of the printed program. */
export async function load(checked: CheckedProgram): Promise<Readonly<Record<string, Callable>>> {
  const { code } = untranslated(checked);
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return (await import(/* @vite-ignore */ url)) as Record<string, Callable>;
}

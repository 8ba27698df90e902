// A raised error of `builtins/errors.ts` → the JavaScript statement that throws it.
import type { RaisedError } from '../../graph/graph.ts';

/**
 * `args` are the texts of the values for `{0}` and `{1}`: numbers, or bigints where an isize is too large to be exact. `by` names the
 * function of the prelude that the program called: the stack begins at the call.
 */
export function raise(
  { error, template }: RaisedError,
  args: readonly string[] = [],
  by: string | null = null,
): string {
  const text = (template ?? '')
    .replaceAll(/[`\\$]/g, '\\$&')
    .replaceAll(/\{(\d)\}/g, (_, n) => `\${Number(${args[Number(n)] ?? ''})}`);
  const made = `new ${error}(\`${text}\`)`;
  return by === null ? `throw ${made};` : `throw $from(${made}, ${by});`;
}

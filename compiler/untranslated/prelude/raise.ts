// A raised error of `builtins/errors.ts` → the JavaScript statement that throws it.
import type { RaisedError } from '../../graph/graph.ts';

/** `args` are the texts of the values for `{0}` and `{1}`: numbers, or bigints where an isize is too large to be exact. */
export function raise({ error, template }: RaisedError, args: readonly string[] = []): string {
  const text = (template ?? '').replaceAll(/[`\\$]/g, '\\$&');
  return `throw new ${error}(\`${text.replaceAll(/\{(\d)\}/g, (_, n) => `\${Number(${args[Number(n)] ?? ''})}`)}\`);`;
}

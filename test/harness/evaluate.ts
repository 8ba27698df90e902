// Expressions and the exports of a module → texts of their results. Runs in the worker, the same for every execution.
import { inspect } from 'node:util';

/**
 * Evaluates in order on one instance: state stays visible, and `a = …` makes a variable for the lines below. The result of a promise is what
 * it is settled with, before the next line. `$exports` is all exports, also those whose names no expression can say.
 */
export async function evaluateAll(
  exports: Readonly<Record<string, unknown>>,
  expressions: readonly string[],
): Promise<readonly string[]> {
  const variables: Record<string, unknown> = Object.assign(Object.create(null), {
    $exports: exports,
  });
  const scope = new Proxy(variables, {
    has: (_, key) => typeof key === 'string' && (key in exports || !(key in globalThis)),
    get: (target, key) => (typeof key !== 'string' ? undefined : (target[key] ?? exports[key])),
  });
  const results: string[] = [];
  for (const expression of expressions) results.push(await evaluateOne(expression, scope));
  return results;
}

async function evaluateOne(expression: string, scope: object): Promise<string> {
  try {
    // oxlint-disable-next-line no-new-func
    const run = new Function('$scope', `with ($scope) return (${expression}\n);`);
    return resultText(await run(scope));
  } catch (error) {
    return error instanceof Error ? String(error) : `thrown ${inspect(error)}`;
  }
}

function resultText(value: unknown): string {
  return inspect(value, { breakLength: Infinity, compact: true, maxArrayLength: 64 });
}

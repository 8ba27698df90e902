// Variables declared in one case of a switch and used in another: their declarations move before the switch, since
// control can jump past them.
import type { Expression, Local, Place, Statement, SwitchCase } from '../program/nodes.ts';
import { assign } from './build.ts';

export function hoistShared(cases: readonly SwitchCase[]): {
  hoisted: Statement[];
  cases: readonly SwitchCase[];
} {
  const hoisted: Statement[] = [];
  const rest = cases.map((clause, i) => {
    const others = cases.filter((_, j) => j > i);
    const body = clause.body.flatMap((statement): Statement[] => {
      if (statement.kind !== 'declare' || !others.some((other) => mentions(other, statement.local)))
        return [statement];
      const { local, value, span } = statement;
      (local as { mutable: boolean }).mutable = true;
      hoisted.push({ kind: 'declare', local, value: null, span });
      if (!value) return [];
      const expression: Expression = assign({ kind: 'local', local }, value, span);
      return [{ kind: 'expression', expression, span }];
    });
    return { ...clause, body };
  });
  return { hoisted, cases: rest };
}

/** Does the local stand anywhere in the tree below? Trees are plain data, so that a walk over all fields finds it. */
function mentions(node: unknown, local: Local): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (isLocalPlace(node)) return node.local === local;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'type' || key === 'span' || key === 'callee' || key === 'target') continue;
    if (mentions(child, local)) return true;
  }
  return false;
}

const isLocalPlace = (node: object): node is Place & { kind: 'local' } =>
  'kind' in node && node.kind === 'local';

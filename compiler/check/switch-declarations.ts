// Variables declared in one case of a switch and used in another: their declarations move before the switch, since
// control can jump past them.
import type { Expression, Local, Place, Statement, SwitchCase } from '../program/nodes.ts';
import { assign } from './build.ts';

export function hoistShared(cases: readonly SwitchCase[]): {
  hoisted: Statement[];
  cases: readonly SwitchCase[];
} {
  const hoisted: Statement[] = [];
  const lastUse = new Map<Local, number>();
  cases.forEach((clause, i) => noteLocals(clause, (local) => lastUse.set(local, i)));
  const rest = cases.map((clause, i) => {
    const body = clause.body.flatMap((statement): Statement[] => {
      if (statement.kind !== 'declare' || (lastUse.get(statement.local) ?? i) <= i)
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

/**
 * Every local that stands anywhere in the tree. Trees are plain data, so that a walk over all fields finds them. Types
 * are no part of it: a class mentions itself.
 */
function noteLocals(node: unknown, note: (local: Local) => void): void {
  if (typeof node !== 'object' || node === null || isObjectType(node)) return;
  if (isLocalPlace(node)) return note(node.local);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'type' || key === 'span' || key === 'callee' || key === 'target') continue;
    noteLocals(child, note);
  }
}

const isLocalPlace = (node: object): node is Place & { kind: 'local' } =>
  'kind' in node && node.kind === 'local';

const isObjectType = (node: object): boolean =>
  'kind' in node && node.kind === 'object' && 'form' in node;

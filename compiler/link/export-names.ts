// The names that a module's files give to its exports: an export may have a name that no binding can have
// (`export { f as class, f as 'a-b' }`, ECMA-262 16.2.3), or one that the files use themselves.
import { publicExports, type Unit } from '../graph/unit.ts';
import { isBindable, memberOf, quotedName } from '../program/identifier.ts';

export interface ExportName {
  /** As importers write it. */
  readonly exported: string;
  /** The binding in the file. */
  readonly local: string;
}

/** In the order of the unit's exports. */
export function exportNames(unit: Unit): readonly ExportName[] {
  return publicExports(unit).map((item, index) => {
    const { name } = item;
    const wanted = item.kind === 'class' ? item.crossing.name : `export_${index + 1}`;
    return { exported: name, local: isBindable(name) ? name : unusedName(wanted, unit) };
  });
}

/** `wanted`, or the same with underscores behind it, so that it is no export's name. */
export function unusedName(wanted: string, unit: Unit): string {
  const taken = publicExports(unit).some(({ name }) => name === wanted);
  return taken ? unusedName(`${wanted}_`, unit) : wanted;
}

/** `object.name`, whatever the name. */
export const memberAccess = (object: string, name: string): string => object + memberOf(name);

/** For bindings that are not called as they are exported; empty where all are. */
export function exportClauses(names: readonly ExportName[]): string {
  const renamed = names.filter(({ exported, local }) => exported !== local);
  if (renamed.length === 0) return '';
  const clauses = renamed.map(({ exported, local }) => `${local} as ${quotedName(exported)}`);
  return `export { ${clauses.join(', ')} };\n`;
}

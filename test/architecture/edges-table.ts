// The rows of edges.ts → the table in ARCHITECTURE.md.
import type { Row } from './edges.ts';

const MARKED = /(<!-- edges -->\n)[\s\S]*?(<!-- \/edges -->)/;

/** The document with the table of these rows between its markers. */
export const withTable = (document: string, rows: readonly Row[]): string =>
  document.replace(MARKED, (_, start: string, end: string) => `${start}${table(rows)}${end}`);

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| \`${row.path}\` | ${row.purpose} | ${allowed(row, rows)} |\n`);
  return `| path | purpose | may import |\n|---|---|---|\n${lines.join('')}`;
}

function allowed({ path, imports, types, packages }: Row, rows: readonly Row[]): string {
  const named = (paths: readonly string[]): readonly string[] => {
    const others = paths.filter((one) => one !== path);
    const groups = (['data', 'stage'] as const).flatMap((kind) => {
      const all = rows.filter((row) => row.kind === kind).map((row) => row.path);
      const isWhole = all.every((one) => one === path || others.includes(one));
      return isWhole && all.length > 0 ? [{ name: kind === 'stage' ? 'stages' : kind, all }] : [];
    });
    const rest = others.filter((one) => !groups.some(({ all }) => all.includes(one)));
    return [...groups.map(({ name }) => name), ...rest.map((one) => `\`${one}\``)];
  };
  const onlyTypes = named(types.filter((one) => !imports.includes(one))).map((one) => `(${one})`);
  return [...named(imports), ...onlyTypes, ...packages].join(', ') || 'nothing';
}

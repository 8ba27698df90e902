// What each line costs → one HTML page that needs nothing else: sources coloured by cost, lines that open.
import { COSTS, type CostCategory } from '../graph/op-costs.ts';
import type { SourceFile } from '../source/source-file.ts';
import { SCRIPT, STYLE } from './page-parts.ts';
import type { Cost, FunctionCosts, LineCosts, UnitCosts } from './line-costs.ts';

/** Of one line in one function; more are only counted. */
const MOST_OPS = 24;
const MOST_CHARACTERS = 140;

export function reportPage({ name, files, functions }: UnitCosts): string {
  const all = [...files];
  const index = new Map(all.map(([file], at) => [file, at]));
  const id = (file: SourceFile, line: number): string => `L${index.get(file) ?? 0}-${line}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(name)}: what each line costs</title>`,
    `<style>${STYLE}</style></head><body>`,
    `<h1>${escaped(name)}</h1>`,
    '<p>What each line became after optimisation. The darker a line, the more it costs; open it to see its operations. ',
    'Code that was inlined stands at its own line, under the function that it is in now; what the language’s library does, ',
    'at the line that uses it.</p>',
    legend(),
    summary(functions, id),
    ...all.map(([file, lines]) => fileText(file, lines, id)),
    `<script>${SCRIPT}</script></body></html>\n`,
  ].join('\n');
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => NAMES[each] ?? each);

/** From 0, nothing, to 6. */
export const shade = (weight: number): number =>
  weight === 0 ? 0 : Math.min(6, 1 + Math.floor(Math.log2(weight)));

function legend(): string {
  const rows = Object.entries(COSTS)
    .filter(([, { weight }]) => weight > 0)
    .map(
      ([key, { label, weight, meaning }]) =>
        `<tr><td><button data-show="${key}">${label}</button><td>${weight}<td>${escaped(meaning)}`,
    );
  return `<details><summary>Categories</summary><table><tr><th>category<th>weight<th>meaning${rows.join('\n')}</table></details>`;
}

function summary(
  functions: readonly FunctionCosts[],
  id: (file: SourceFile, line: number) => string,
): string {
  const rows = functions.map(
    ({ name, file, line, costs, weight }) =>
      `<tr class="c${shade(weight)}"><td><a href="#${id(file, line)}">${escaped(name)}</a><td>${weight}<td>${counts(costs)}`,
  );
  return `<h2>Functions</h2><table id="functions"><tr><th>function<th>weight<th>of which${rows.join('\n')}</table>`;
}

function fileText(
  file: SourceFile,
  lines: ReadonlyMap<number, LineCosts>,
  id: (file: SourceFile, line: number) => string,
): string {
  const rows = file.text.replace(/\r?\n$/, '').split(/\r\n|[\n\r\u2028\u2029]/);
  const texts = rows.map((text, at) => {
    const line = at + 1;
    const source = `<i>${line}</i>${escaped(text)}`;
    const costs = lines.get(line);
    return costs ? lineText(source, costs, id(file, line)) : `<p>${source}</p>`;
  });
  return `<h2>${escaped(file.path)}</h2><div class="source">${texts.join('\n')}</div>`;
}

function lineText(source: string, { functions, weight }: LineCosts, id: string): string {
  const first = [...functions.values()].reduce((a, b) => (b.length > a.length ? b : a));
  const parts = [...functions].map(
    ([name, costs]) => `<b>in ${escaped(name)}</b>\n${opsText(costs)}`,
  );
  const categories = new Set([...functions.values()].flat().map(({ category }) => category));
  const why = counts(first);
  return `<details id="${id}" class="c${shade(weight)}" data-costs="${[...categories].join(' ')}"><summary>${source}${why && `<em>${why}</em>`}</summary><pre>${parts.join('\n')}</pre></details>`;
}

function opsText(costs: readonly Cost[]): string {
  const shown = costs.slice(0, MOST_OPS).map(({ category, text }) => {
    const { label, weight } = COSTS[category];
    const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
    return weight === 0 ? `  ${escaped(cut)}` : `  ${escaped(cut)} <u>${label}</u>`;
  });
  const more = costs.length - shown.length;
  return [...shown, ...(more > 0 ? [`  … ${more} more`] : [])].join('\n');
}

/** `2 × bounds check, allocation`: the expensive ones first. */
function counts(costs: readonly Cost[]): string {
  const numbers = new Map<CostCategory, number>();
  for (const { category } of costs) numbers.set(category, (numbers.get(category) ?? 0) + 1);
  return [...numbers]
    .filter(([category]) => COSTS[category].weight > 0)
    .sort(([a, m], [b, n]) => n * COSTS[b].weight - m * COSTS[a].weight)
    .map(([category, count]) => (count > 1 ? `${count} × ` : '') + COSTS[category].label)
    .join(', ');
}

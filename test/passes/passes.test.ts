// `<pass>/<case>.graph`: a graph or unit, a line `; after`, and what the pass makes of it. Also the before and after in
// the comment at the head of each pass. MIXMOD_UPDATE=1 rewrites what stands behind `; after`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../compiler/graph/parse.ts';
import { printGraph, printUnit } from '../../compiler/graph/print.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import { assertValid } from '../../compiler/graph/verify.ts';
import type { Pass } from '../../compiler/optimize/pass.ts';
import { PIPELINE } from '../../compiler/optimize/pipeline.ts';

const MARK = '; after\n';
const passes = [...new Set(PIPELINE)];
const sources = new URL('../../compiler/optimize/', import.meta.url);
const update = process.env.MIXMOD_UPDATE === '1';

/** As the text was written: with or without the lines of a unit. */
const show = (unit: Unit, like: string): string =>
  /^unit /m.test(like) ? printUnit(unit) : [...unit.graphs.values()].map((graph) => printGraph(graph)).join('\n');

function run(pass: Pass, before: string): string {
  const unit = parseUnit(before);
  assertValid(unit, 'parsing');
  const result = pass.run(unit);
  assertValid(result, pass.name);
  return show(result, before);
}

/** In the notation of the printer, whatever the numbers and comments. */
const normalized = (text: string): string => show(parseUnit(text), text);

/** The indented lines of the comment behind `// Before:` and `// After:`. */
function example(pass: Pass): { before: string; after: string } | null {
  const paths = ['', 'ranges/', 'loops/'].map((folder) => new URL(`${folder}${pass.name}.ts`, sources));
  const path = paths.find((url) => existsSync(url));
  if (!path) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const behind = (heading: string): string => {
    const start = lines.indexOf(heading) + 1;
    const end = lines.findIndex((line, i) => i >= start && !line.startsWith('//  '));
    return start === 0 ? '' : `${lines.slice(start, end).map((line) => line.slice(5)).join('\n')}\n`;
  };
  return { before: behind('// Before:'), after: behind('// After:') };
}

describe.each(passes.map((pass) => [pass.name, pass] as const))('%s', (name, pass) => {
  it('does what its comment shows', () => {
    const shown = example(pass);
    expect(shown?.before).toMatch(/^ *graph /m);
    expect(run(pass, shown?.before ?? '')).toBe(normalized(shown?.after ?? ''));
  });

  const folder = new URL(`${name}/`, import.meta.url);
  const cases = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.graph')) : [];
  it.runIf(cases.length > 0).each(cases)('%s', (file) => {
    const path = new URL(file, folder);
    const text = readFileSync(path, 'utf8');
    const [before = '', after = ''] = text.split(MARK);
    const found = run(pass, before);
    if (update) writeFileSync(path, before + MARK + found);
    else expect(found).toBe(after);
  });
});

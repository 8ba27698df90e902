// The report page: why a line takes time, in text that is safe and small.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { flow } from '../../compiler/flow/flow.ts';
import { COSTS } from '../../compiler/graph/op-costs.ts';
import { nodeHost } from '../../compiler/host.ts';
import { lower } from '../../compiler/lower/lower.ts';
import { optimize } from '../../compiler/optimize/optimize.ts';
import { RELEASE } from '../../compiler/options.ts';
import { unitCosts, type UnitCosts } from '../../compiler/report/line-costs.ts';
import { reportPage } from '../../compiler/report/page.ts';

/** Of a program that lies nowhere. */
function costsOf(text: string): UnitCosts {
  const path = nodeHost.resolve('program.ts');
  const host = {
    ...nodeHost,
    readText: (file: string) => (file === path ? text : nodeHost.readText(file)),
    exists: (file: string) => file === path || nodeHost.exists(file),
  };
  const { program, diagnostics, files } = check('program.ts', host);
  if (!program) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return unitCosts(optimize(lower(flow(program)), RELEASE), files);
}

describe('categories by line', () => {
  const text = readFileSync(join(import.meta.dirname, 'costs.txt'), 'utf8');
  const [lines] = costsOf(text).files.values();
  const marked = text.split('\n').flatMap((source, index) => {
    const wanted = / \/\/ costs:(.*)$/.exec(source)?.[1];
    return wanted === undefined
      ? []
      : [{ line: index + 1, source: source.trim(), wanted: wanted.trim() }];
  });
  test.each(marked)('$line $source', ({ line, wanted }) => {
    const all = [...(lines?.get(line)?.functions.values() ?? [])].flat();
    const labels = new Set(
      all
        .map(({ category }) => COSTS[category])
        .filter(({ weight }) => weight > 0)
        .map(({ label }) => label),
    );
    expect([...labels].sort((a, b) => a.localeCompare(b)).join(', ')).toBe(wanted);
  });

  test('every category that a program can have is among them', () => {
    const seen = new Set(marked.flatMap(({ wanted }) => wanted.split(', ')));
    const absent = Object.values(COSTS)
      .filter(({ label }) => !seen.has(label))
      .map(({ label }) => label);
    expect(absent).toEqual(['computation', 'check']);
  });
});

describe('the page', () => {
  const small = `'use mixmod';
/** Less < "more" & 'all'. */
export function less(a: number, b: number): string {
  return a < b ? '<b>&"' : "'";
}
`;

  test('names functions, categories and lines, and needs nothing else', () => {
    const page = reportPage(costsOf(small));
    const outline = page
      .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1/>')
      .match(/<(?:h1|h2|table|details|a|script|style|link|img)\b[^>]*>/g);
    expect(outline).toEqual([
      '<style/>',
      '<h1>',
      '<details>',
      '<table>',
      '<h2>',
      '<table id="functions">',
      '<a href="#L0-3">',
      '<h2>',
      '<details id="L0-3" class="c5" data-costs="boundary">',
      '<details id="L0-4" class="c0" data-costs="computation">',
      '<script/>',
    ]);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  test('sources are text, whatever they contain', () => {
    const page = reportPage(costsOf(small));
    expect(page).not.toContain('<b>&"');
    expect(page).toContain('&lt;b&gt;&amp;&quot;');
    expect(page).toContain('Less &lt; &quot;more&quot; &amp; &#39;all&#39;.');
  });

  test('every line stands in it once, in order', () => {
    const page = reportPage(costsOf(small));
    const numbers = [...page.matchAll(/<i>(\d+)<\/i>/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  test('of 5,000 lines it is at most 500 bytes a line', () => {
    const bodies = Array.from(
      { length: 1250 },
      (_, i) => `export function f${i}(values: Float64Array, at: number): number {
  const first = values[at] * ${i};
  return first + Math.sqrt(at + ${i}) + values.length;
}`,
    );
    const text = `'use mixmod';\n${bodies.join('\n')}\n`;
    const page = reportPage(costsOf(text));
    expect(text.split('\n').length).toBeGreaterThan(5000);
    expect(Buffer.byteLength(page)).toBeLessThan(5000 * 500);
  });
});

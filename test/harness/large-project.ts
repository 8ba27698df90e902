// Writes an RTypeScript project of any size: modules of some 500 lines with classes, records, arrays, strings, generic
// functions and closures, each of which imports from some that stand before it. For the figures of large builds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LargeProject {
  /** Absolute path of the module that imports all others. */
  readonly entry: string;
  /** Absolute paths, each behind those that it imports. */
  readonly modules: readonly string[];
  readonly lines: number;
}

const name = (index: number): string => `m${String(index).padStart(3, '0')}`;

/** The modules that the one at `index` imports: near ones and far ones, so that the graph is deep and wide. */
const imported = (index: number): readonly number[] => [
  ...new Set(
    [index - 1, index - 3, Math.floor(index / 2) - 1, index % 7].filter(
      (one) => one >= 0 && one < index,
    ),
  ),
];

/** Functions that are alike in their form only: every one has its own constants and names. */
const section = (module: number, n: number): readonly string[] => {
  const id = `${module}_${n}`;
  const k = module * 31 + n * 7 + 3;
  return [
    `/** A reading of series ${id}. */`,
    `export class Reading${id} {`,
    `  value: f64;`,
    `  label: string;`,
    `  weights: f64[] = [];`,
    `  constructor(value: f64, label: string) {`,
    `    this.value = value;`,
    `    this.label = label;`,
    `  }`,
    `  add(weight: f64): void {`,
    `    this.weights.push(weight * ${k});`,
    `  }`,
    `  total(): f64 {`,
    `    let sum = this.value;`,
    `    for (const weight of this.weights) sum += weight;`,
    `    return sum;`,
    `  }`,
    `}`,
    ``,
    `export function mix${id}(a: i32, b: i32): i32 {`,
    `  let h: i32 = (a ^ ${k}) | 0;`,
    `  for (let i: i32 = 0; i < 8; i++) {`,
    `    h = (h << 5) - h + (b & 255) | 0;`,
    `    if (h < 0) h = h ^ ${k * 17};`,
    `  }`,
    `  return h;`,
    `}`,
    ``,
    `export function smooth${id}(values: f64[], width: i32): f64[] {`,
    `  const out: f64[] = [];`,
    `  for (let i: i32 = 0; i < values.length; i++) {`,
    `    let sum: f64 = 0;`,
    `    let count: i32 = 0;`,
    `    for (let j: i32 = i - width; j <= i + width; j++) {`,
    `      if (j < 0 || j >= values.length) continue;`,
    `      sum += values[j];`,
    `      count++;`,
    `    }`,
    `    out.push(sum / count);`,
    `  }`,
    `  return out;`,
    `}`,
    ``,
    `function describe${id}(point: { x: f64; y: f64 }, text: string): string {`,
    `  if (point.x > point.y) return text + ':' + '${id}';`,
    `  let out = '';`,
    `  for (let i: i32 = 0; i < text.length; i++) if (text.charCodeAt(i) !== ${32 + (k % 60)}) out += text[i];`,
    `  return out;`,
    `}`,
    ``,
    `export function report${id}(n: i32): f64 {`,
    `  const reading = new Reading${id}(n, describe${id}({ x: n, y: ${k % 10} }, 'series ${id}'));`,
    `  for (let i: i32 = 0; i < n; i++) reading.add(mix${id}(i, n) % 7);`,
    `  const readings = [1, 2, 3].map((x) => x * n + ${k});`,
    `  return reading.total() + readings.length + reading.label.length;`,
    `}`,
    ``,
  ];
};

const moduleText = (index: number, sections: number): string => {
  const imports = imported(index);
  return [
    `'use mixmod';`,
    `import type { f64, i32 } from 'mixmod';`,
    ...imports.map(
      (one) => `import { run as run${name(one)}, Reading${one}_0 } from './${name(one)}.ts';`,
    ),
    ``,
    `const LIMIT: i32 = ${100 + index};`,
    `let calls: i32 = 0;`,
    ``,
    ...Array.from({ length: sections }, (_, n) => section(index, n)).flat(),
    `export function run(depth: i32): f64 {`,
    `  calls = calls + 1 | 0;`,
    `  if (depth <= 0) return calls;`,
    `  let sum: f64 = 0;`,
    ...Array.from({ length: sections }, (_, n) => `  sum += report${index}_${n}(depth % LIMIT);`),
    ...imports.map(
      (one) => `  sum += run${name(one)}(depth - 1) + new Reading${one}_0(depth, 'x').total();`,
    ),
    `  return sum;`,
    `}`,
    ``,
  ].join('\n');
};

/** Writes `count` modules of about 500 lines, and an entry file. */
export function writeLargeProject(folder: string, count: number, sections = 7): LargeProject {
  mkdirSync(folder, { recursive: true });
  let lines = 0;
  const modules = Array.from({ length: count }, (_, index) => {
    const text = moduleText(index, sections);
    lines += text.split('\n').length - 1;
    const path = join(folder, `${name(index)}.ts`);
    writeFileSync(path, text);
    return path;
  });
  const entry = join(folder, 'main.ts');
  const all = modules.map((_, index) => index);
  writeFileSync(
    entry,
    [
      `'use mixmod';`,
      `import type { f64, i32 } from 'mixmod';`,
      ...all.map((one) => `import { run as run${one} } from './${name(one)}.ts';`),
      ``,
      `export function main(depth: i32): f64 {`,
      `  let sum: f64 = 0;`,
      ...all.map((one) => `  sum += run${one}(depth);`),
      `  return sum;`,
      `}`,
      ``,
    ].join('\n'),
  );
  return { entry, modules, lines };
}

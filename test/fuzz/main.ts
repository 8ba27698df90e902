// `make fuzz`: FUZZ_RUNS programs (1000) of the seed FUZZ_SEED (today's, if none) in all executions. Ends with code 1 if
// any differ; each difference is shrunk, shown, and kept in a folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { makeProgram, type FuzzProgram } from './declarations/program.ts';
import { Comparison, type Difference } from './run/compare.ts';
import { moduleText } from './run/module-text.ts';
import { shrink } from './run/shrink.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 1000);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const first = Number(process.env['FUZZ_FIRST'] ?? 0);
/** Programs in one module. */
const batch = Number(process.env['FUZZ_BATCH'] ?? 25);
/** Shrinking takes time: the first differences of a kind are enough. */
const SHRUNK_OF_A_KIND = 2;

const folder = join(REPOSITORY, '.cache/fuzz');
const kinds = new Map<string, number>();
let differences = 0;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function work(next: () => readonly FuzzProgram[] | null, name: string): Promise<void> {
  const comparison = new Comparison(join(folder, `${process.pid}-${name}`));
  for (let programs = next(); programs; programs = next()) {
    for (const found of await comparison.differences(programs)) await show(found, comparison);
    const last = programs[programs.length - 1];
    if (last && (last.index + 1) % 250 < batch) say(`… ${last.index + 1 - first} programs`);
  }
  comparison.close();
}

async function show(found: Difference, comparison: Comparison): Promise<void> {
  differences += 1;
  const seen = kinds.get(found.signature) ?? 0;
  kinds.set(found.signature, seen + 1);
  const names = found.programs.map(({ index }) => index).join(', ');
  say(`\nseed ${seed}, program ${names}: ${found.signature}`);
  if (seen >= SHRUNK_OF_A_KIND) return;
  const target = join(folder, 'found', `${seed}-${found.programs[0]?.index}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'original.ts'), moduleText(found.programs, 'rts'));
  const small = found.executions.length > 0 ? await shrink(found, comparison) : found;
  writeFileSync(join(target, 'program.ts'), moduleText(small.programs, 'rts'));
  writeFileSync(join(target, 'plain.ts'), moduleText(small.programs, 'plain'));
  const outputs = [...small.outputs].map(([execution, text]) => `${execution}: ${text}`).join('\n');
  writeFileSync(join(target, 'outputs.txt'), `${small.signature}\n${outputs}\n`);
  say(
    `${moduleText(small.programs, 'rts')
      .split('\n')
      .slice(-small.programs.length * 60)
      .join('\n')}\n${outputs.slice(0, 3000)}\nin ${target}`,
  );
}

let at = first;
const next = (): readonly FuzzProgram[] | null => {
  if (at >= first + runs) return null;
  const count = Math.min(batch, first + runs - at);
  const programs = Array.from({ length: count }, (_, index) => makeProgram(seed, at + index));
  at += count;
  return programs;
};

const start = performance.now();
await Promise.all([work(next, 'a'), work(next, 'b')]);
say(`seed ${seed}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
for (const [signature, count] of kinds) say(`${count} × ${signature}`);
say(`${runs} programs, ${differences} differences`);
process.exitCode = differences > 0 ? 1 : 0;

// Some generated programs of a fixed seed in all executions; `make fuzz` runs as many as one likes. And that the
// comparison sees what is wrong, and the shrinker keeps it.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CACHE } from '../harness/source-snapshot.ts';
import { makeProgram } from './declarations/program.ts';
import { fixed, list, print, statement, type Node } from './generate/tree.ts';
import { Comparison } from './run/compare.ts';
import { shrink } from './run/shrink.ts';

const SEED = 1;
const PROGRAMS = 6;

const comparison = new Comparison(join(CACHE, 'fuzz'));
afterAll(() => comparison.close());

test('generated programs do the same in all executions', async () => {
  const programs = Array.from({ length: PROGRAMS }, (_, index) => makeProgram(SEED, index));
  const found = await comparison.differences(programs);
  expect(found.map(({ signature, outputs }) => [signature, ...outputs])).toEqual([]);
});

test('a seed gives the same programs each time', () => {
  const texts = [1, 2].map(() => print(makeProgram(SEED, 3).tree, 'rts'));
  expect(texts[0]).toBe(texts[1]);
  expect(print(makeProgram(SEED + 1, 3).tree, 'rts')).not.toBe(texts[0]);
});

test('a difference is found and shrunk', async () => {
  const wrong = statement(['note(`${7 / 2}`);'], ['note(`${Math.floor(7 / 2)}`);']);
  const filler = ['1', '2', '3'].map((text): Node => statement([`note('${text}');`]));
  const body = list([...filler, wrong, ...filler]);
  const run = fixed(['export function run_0(): string {\nstart();\n', body, 'return finish();\n}']);
  const programs = [{ index: 0, name: 'run_0', tree: list([run]) }];
  const [found] = await comparison.differences(programs, ['untranslated']);
  expect(found?.signature).toBe('results of untranslated');
  if (!found) return;
  const small = await shrink(found, comparison);
  expect(print(small.programs[0]?.tree ?? list([]), 'rts').match(/note\(/g)).toHaveLength(1);
});

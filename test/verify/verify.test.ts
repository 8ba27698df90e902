// Each `.graph` file violates one invariant of `verify.ts`; `; error: …` stands on the lines concerned.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../compiler/graph/parse.ts';
import { printUnit } from '../../compiler/graph/print.ts';
import { assertValid, problemNotes, verifyUnit } from '../../compiler/graph/verify.ts';
import { CONTAINERS } from '../graph/containers.ts';

const folder = new URL('.', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.graph'));

/** The lines with an error; cases without a `unit` line or with odd numbers print differently elsewhere. */
const errors = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.includes('; error: '))
    .map((line) => line.replace('v?', 'v0'));

describe('verify refuses', () => {
  it.each(cases)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const unit = parseUnit(text, { containers: CONTAINERS });
    const found = printUnit(unit, { notes: problemNotes(verifyUnit(unit)) });
    expect(errors(found)).toEqual(errors(text));
    expect(errors(text)).toHaveLength(1);
  });

  it('and assertValid throws with the graph', () => {
    const unit = parseUnit('graph "f"\nb0():\n  goto b0\n');
    expect(() => assertValid(unit, 'inline')).toThrow(
      /^ill-formed after inline: a link to the start block\n\ngraph "f"\nb0\(\):\n {2}goto b0 ; error: a link/,
    );
  });
});

it('verify accepts a graph with loops, tries and several results', () => {
  const text = `unit "u" low
global "count": isize mutable

graph "f" -> isize, address
b0(v0: isize, v1: address):
  goto b1(v0)
b1(v2: isize):
  check_index v2, 10:isize
  try b2(v2) catch b3
b2(v3: isize):
  v4: isize = int_add v3, 1:isize
  v5: isize, v6: address = direct_call v4, v1 {callee: "f"}
  try b4 catch b3
b4():
  v7: boolean = int_lt v5, v4
  branch v7, b1(v5), b5
b5():
  return v5, v6
b3():
  global_store v0 {global: "count", part: 0}
  reraise
`;
  expect(verifyUnit(parseUnit(text))).toEqual([]);
});

// The function that an error's place names, also after inlining.
import { expect, test } from 'vitest';
import { flow } from '../../compiler/flow/flow.ts';
import { nodeHost } from '../../compiler/host.ts';
import { emitModule } from '../../compiler/llvm/module.ts';
import { lower } from '../../compiler/lower/lower.ts';
import { optimize } from '../../compiler/optimize/optimize.ts';
import { DEBUG, RELEASE } from '../../compiler/options.ts';
import { checkText } from '../check/check-text.ts';

const LIBRARY = `'use mixmod';
export function inner(data: Uint8Array): number { return data[data.length]; }
`;
const MAIN = `'use mixmod';
import { inner } from './library.ts';
function refused(x: number): number { if (x > 1) throw new RangeError('large'); return x; }
export function half(data: Uint8Array): number { return inner(data) / 2; }
export function quarter(x: number): number { return refused(x) / 4; }
const first = refused(1);
export const second = first + new Uint8Array(1)[0];
`;

test.each([
  ['debug', DEBUG],
  ['release', RELEASE],
])('errors name the function that they are raised in: %s', (_, options) => {
  const { program, diagnostics } = checkText({ 'main.ts': MAIN, 'library.ts': LIBRARY });
  expect(diagnostics).toEqual([]);
  if (!program) return;
  const unit = optimize(lower(flow(program)), options);
  const text = emitModule(unit, options, nodeHost).ir();
  const places = [...text.matchAll(/Error\\0A(\w+) \(([\w./]+):(\d+):/g)].map(
    ([, name, file, line]) => `${name} ${file?.split('/').pop()}:${line}`,
  );
  expect(new Set(places)).toContain('inner library.ts:2');
  expect(new Set(places)).toContain('refused main.ts:3');
  expect(places.filter((place) => /^(half|quarter)/.test(place))).toEqual([]);
});

// Views are looked at again behind calls that may come back to JavaScript, and nowhere else.
import { expect, test } from 'vitest';
import { parseUnit } from '../../compiler/graph/parse.ts';
import { printGraph } from '../../compiler/graph/print.ts';
import { verifyUnit } from '../../compiler/graph/verify.ts';
import { refreshViews } from '../../compiler/lower/refresh-views.ts';

/** The text of `graph` afterwards, in a unit with a graph that calls JavaScript and one that does not. */
function refreshed(graph: string): string {
  const unit = parseUnit(`unit "u" high

graph "calls" -> isize
b0():
  host_call
  return 1:isize

graph "silent" -> isize
b0():
  return 1:isize

${graph}`);
  expect(verifyUnit(unit)).toEqual([]);
  const after = refreshViews(unit);
  expect(verifyUnit(after)).toEqual([]);
  const found = after.graphs.get('f');
  if (!found) throw new Error('no graph f');
  return printGraph(found).trim();
}

test('a view that is used behind a call', () => {
  const before = `graph "f" -> isize
b0(v0: Uint8Array):
  v1: isize = direct_call {callee: "calls"}
  v2: isize = typedarray_len v0
  return v2`;
  expect(refreshed(before)).toBe(`graph "f" -> isize
b0(v0: Uint8Array):
  v1: isize = direct_call {callee: "calls"}
  v2: Uint8Array = view_refresh v0
  v3: isize = typedarray_len v2
  return v3`);
});

test.each([
  [
    'a call that does not come back to JavaScript',
    `graph "f" -> isize
b0(v0: Uint8Array):
  v1: isize = direct_call {callee: "silent"}
  v2: isize = typedarray_len v0
  return v2`,
  ],
  [
    'a view that is not used behind the call',
    `graph "f" -> isize
b0(v0: Uint8Array):
  v1: isize = typedarray_len v0
  v2: isize = direct_call {callee: "calls"}
  return v1`,
  ],
])('%s changes nothing', (_what, graph) => {
  expect(refreshed(graph)).toBe(graph);
});

test('in a loop the view comes in anew each time', () => {
  const before = `graph "f" -> isize
b0(v0: Uint8Array):
  goto b1(0:isize)
b1(v1: isize):
  v2: isize = typedarray_len v0
  v3: boolean = int_lt v1, v2
  branch v3, b2, b3
b2():
  v4: isize = direct_call {callee: "calls"}
  v5: isize = int_add v1, v4
  goto b1(v5)
b3():
  return v1`;
  expect(refreshed(before)).toBe(`graph "f" -> isize
b0(v0: Uint8Array):
  goto b1(0:isize, v0)
b1(v1: isize, v2: Uint8Array):
  v3: isize = typedarray_len v2
  v4: boolean = int_lt v1, v3
  branch v4, b2, b3
b2():
  v5: isize = direct_call {callee: "calls"}
  v6: Uint8Array = view_refresh v0
  v7: isize = int_add v1, v5
  goto b1(v7, v6)
b3():
  return v1`);
});

test('both ways out of a call that may raise', () => {
  const before = `graph "f" -> isize
b0(v0: Uint8Array):
  v1: isize = direct_call {callee: "calls"}
  try b1 catch b2
b1():
  v2: isize = typedarray_len v0
  return v2
b2():
  v3: isize = typedarray_len v0
  v4: isize = int_add v3, 1:isize
  return v4`;
  const after = refreshed(before);
  expect(after.match(/view_refresh v0/g)).toHaveLength(2);
  expect(after).not.toContain('typedarray_len v0');
});

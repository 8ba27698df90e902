// The examples of docs/ctypes/, run with the built package.
import { describe, expect, test } from 'vitest';
import { documentedPrograms, expectDocumented } from '../../harness/documented-module.ts';

describe.each([
  ['README', 1],
  ['porting', 12],
  ['configure', 1],
])('%s.md', (page, count) => {
  const programs = documentedPrograms(`docs/ctypes/${page}.md`);
  test('all of them', () => expect(programs.length).toBe(count));
  test.each(programs)('it prints what it says', (text) => expectDocumented(text));
});

// The example of docs/ffi.md, run with the built package.
import { expect, test } from 'vitest';
import { documentedPrograms, expectDocumented } from '../../harness/documented-module.ts';

const programs = documentedPrograms('docs/ffi.md');
test('there is one', () => expect(programs.length).toBe(1));
test.each(programs)('it prints what it says', (text) => expectDocumented(text));

// The example of docs/ctypes.md, run with the built package.
import { test } from 'vitest';
import { expectDocumented } from '../../harness/documented-module.ts';

test('it prints what it says', () => expectDocumented('docs/ctypes.md', 'ctypes'));

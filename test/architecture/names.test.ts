// File names say a concept: none is a drawer for everything, and the compiler's are in kebab-case.
import { expect, test } from 'vitest';
import { isSource, repositoryFiles } from './repository.ts';

const DRAWERS = /(^|[-_/.])(utils?|helpers?|misc|shared|stuff)([-_/.]|$)/;
/** No concept as a noun; `common-subexpressions.ts` names one. */
const COMMON = /(^|[-_/.])common([_/.]|$)/;
const KEBAB_CASE = /^compiler\/([a-z0-9]+([-./][a-z0-9]+)*)$/;

function isBadName(path: string): boolean {
  return (
    DRAWERS.test(path) ||
    COMMON.test(path) ||
    (path.startsWith('compiler/') && !KEBAB_CASE.test(path))
  );
}

test('source files of the repository', () => {
  const sources = repositoryFiles().filter(isSource);
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.filter(isBadName)).toEqual([]);
});

test('the check knows good names from bad ones', () => {
  const bad = [
    'compiler/utils.ts',
    'runtime/string-helpers.ts',
    'compiler/misc/a.ts',
    'compiler/common/a.ts',
    'compiler/check/types-common.ts',
    'compiler/forOf.ts',
  ];
  const good = [
    'compiler/check/for-of.ts',
    'modules/zlib/interp_zlib.ts',
    'compiler/helpful.ts',
    'compiler/optimize/common-subexpressions.ts',
  ];
  expect([...bad, ...good].filter(isBadName)).toEqual(bad);
});

// The reference pages name all that there is: what `runtime/mixmod.d.ts` declares, and the builtins of the language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILTINS } from '../../compiler/builtins/builtins.ts';
import { RAISED } from '../../compiler/builtins/errors.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');

/** Words and dotted names in backticks, and the words of several in one pair. */
function namesIn(text: string): ReadonlySet<string> {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return new Set(spans.flatMap((span) => span.match(/[A-Za-z_]\w*/g) ?? []));
}

test.each(['lltype', 'rffi', 'rffi_platform', 'rposix'])(
  'docs/rffi/reference.md has every name of %s',
  (namespace) => {
    const declarations = read('runtime/mixmod.d.ts');
    const start = declarations.indexOf(`export namespace ${namespace} {`);
    const body = declarations.slice(start, declarations.indexOf('\n}\n', start));
    const declared = [...body.matchAll(/^ {2}(?:function|const) (\w+)/gm)].map((match) => match[1]);
    expect(declared.length).toBeGreaterThan(3);
    const named = namesIn(read('docs/rffi/reference.md'));
    expect(declared.filter((name) => name !== undefined && !named.has(name))).toEqual([]);
  },
);

test('docs/language/ has every builtin', () => {
  const named = namesIn(
    ['builtins', 'arrays', 'typed-arrays'].map((page) => read(`docs/language/${page}.md`)).join(''),
  );
  const strings = namesIn(read('docs/language/strings.md'));
  const builtins = Object.keys(BUILTINS).filter((name) =>
    /^(Math|string|typedarray|array)\./.test(name),
  );
  const missing = builtins.filter((name) => {
    const member = name.split('.')[1] ?? '';
    const internal = ['new', 'data', 'truncate', 'filled', 'append', 'item'].includes(member);
    // No name of JavaScript has a hyphen.
    const isNameless = member.includes('-');
    return !internal && !isNameless && !named.has(member) && !strings.has(member);
  });
  expect(missing).toEqual([]);
});

test('docs/language/errors.md has every error that the language raises', () => {
  const page = read('docs/language/errors.md');
  const missing = Object.values(RAISED).filter(
    ({ template }) => template !== null && !page.includes(template),
  );
  expect(missing).toEqual([]);
});

// docs/rffi/api.md is what the declarations say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiPage, undocumented } from '../harness/api-page.ts';
import { expectGenerated } from '../harness/generated-page.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const declarations = readFileSync(join(REPOSITORY, 'runtime/mixmod.d.ts'), 'utf8');

const HEAD = `# Declarations

Every name of \`lltype\`, \`rffi\`, \`rffi_platform\`, \`rarithmetic\`, \`rposix\` and \`space\` with its type and what its comment says. The tests make this page
of \`runtime/mixmod.d.ts\`, which is also what editors show. [Reference](reference.md) has the same names in tables.

`;

test('the page is what the declarations say', () => {
  expectGenerated('docs/rffi/api.md', 'test/docs/api.test.ts', () => HEAD + apiPage(declarations));
});

test('everything is documented', () => {
  expect(undocumented(declarations)).toEqual([]);
});

// docs/debugging.md says what gdb says, and names every category of cost. (Its crash: crash.test.ts.)
import { expect, test } from 'vitest';
import { COSTS } from '../../compiler/graph/op-costs.ts';
import { documented, page } from './documented.ts';
import { Program } from './session.ts';

test('the session with gdb', async () => {
  const [, ...steps] = documented('gdb').split(/^\(gdb\) /m);
  const commands = steps.map((step) => step.split('\n')[0] ?? '');
  const wanted = steps.map((step) => step.split('\n').slice(1).join('\n').trim());
  const program = await Program.buildText(
    'shapes',
    documented('ts'),
    'console.log(m.describe(2));',
  );
  try {
    const answers = program.gdb(commands);
    wanted.forEach((text, index) => {
      if (text !== '') expect(answers[index]?.split('\n')[0]).toBe(text);
    });
    expect(wanted.filter((text) => text !== '').length).toBeGreaterThan(5);
  } finally {
    program.remove();
  }
});

test('the categories of cost', () => {
  for (const { label, weight, meaning } of Object.values(COSTS))
    expect(page).toContain(`| ${label} (${weight}) | ${meaning} |`);
});

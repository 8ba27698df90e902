// `make bench-calls`: what calls of C functions cost in compiled RTypeScript and in C, in instructions, counted by callgrind.
import { buildCallers, costsOfC, costsOfProgram, PROGRAMS } from './call-costs.ts';
import { callgrind } from './instruction-counters.ts';
import { whyNoValgrind } from './memcheck.ts';
import { left, right, table } from './table.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Loops that C has under another name. */
const SAME_IN_C: Readonly<Record<string, string>> = {
  add_as_leaf: 'add',
  repeat_closure: 'repeat',
};

async function main(): Promise<void> {
  const missing = whyNoValgrind();
  if (missing !== null) throw new Error(missing);
  const built = await buildCallers();
  const c = costsOfC(built, callgrind);
  for (const program of PROGRAMS) {
    const rows = [...costsOfProgram(program, built, callgrind)].map(([name, ours]) => {
      const theirs = c.get(SAME_IN_C[name] ?? name) ?? { own: NaN, all: NaN };
      const ratio = (ours.own / theirs.own).toFixed(2);
      return [name, ...[theirs.own, ours.own, ratio, theirs.all, ours.all].map(String)];
    });
    const columns = [`${program}.ts`, 'C', 'mixmod', 'mixmod/C', 'C, all', 'mixmod, all'];
    for (const line of table(
      columns.map((name, index) => (index > 0 ? right : left)(name)),
      rows,
    ))
      say(line);
    say('');
  }
  say(
    'Instructions for each iteration of a loop: those of the caller alone, then with the functions called.',
  );
  say('C is the same loop by gcc -O3.');
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

// Optimised code with debug information: the same machine code, lines, and variables where they still are.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { DEBUG, RELEASE } from '../../compiler/options.ts';
import { Program } from './session.ts';

const WITH_DEBUG = { ...RELEASE, debug: true };

describe('the machine code is the same with and without', () => {
  test.each(['shapes.txt', 'sums.txt', '../bench/matrix.ts', '../bench/arrays.ts'])(
    '%s',
    async (source) => {
      const [without, with_] = [await code(source, RELEASE), await code(source, WITH_DEBUG)];
      expect(without.split('\n').length).toBeGreaterThan(100);
      expect(with_ === without).toBe(true);
    },
  );
});

async function code(source: string, options: typeof RELEASE): Promise<string> {
  const program = await Program.build(source, '', options);
  try {
    const args = ['-d', '-j', '.text', '--no-show-raw-insn', program.module];
    const { stdout, status } = spawnSync('objdump', args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(status).toBe(0);
    // Data lies elsewhere: more functions have entries in the tables for unwinding.
    return stdout
      .slice(stdout.indexOf('Disassembly'))
      .replace(/-?0x[0-9a-f]+\(%rip\).*/g, '(%rip)');
  } finally {
    program.remove();
  }
}

test('gdb stops at a line and shows variables', async () => {
  const program = await Program.build('sums.txt', 'console.log(m.sum(5));', WITH_DEBUG);
  try {
    const stop = `break ${program.at('in the loop')}`;
    const answers = program.gdb([
      stop,
      'run',
      'continue',
      'continue',
      'print total',
      'backtrace 1',
    ]);
    // The square roots of 0 and 1.
    expect(answers[4]).toBe('$1 = 1');
    expect(answers[5]).toMatch(/^#0 .*\bsum \(.*\) at sums\.ts:\d+/);
  } finally {
    program.remove();
  }
});

test('the strings of a program stay as they are', async () => {
  const text =
    '!$1$ !dbg !$2$ !7 = !DIBasicType(name: "mm.node 1") !DICompileUnit(emissionKind: FullDebug';
  const source = `'use mixmod';\nexport function text(): string {\n  return ${JSON.stringify(text)};\n}\n`;
  for (const options of [WITH_DEBUG, DEBUG]) {
    const program = await Program.buildText('texts', source, 'console.log(m.text());', options);
    const run = spawnSync(process.execPath, ['main.cjs'], {
      cwd: program.folder,
      encoding: 'utf8',
    });
    program.remove();
    expect(run.stdout).toBe(`${text}\n`);
  }
});

// The script that every runtime runs: loads built programs of test/run/, evaluates their expressions and prints a line of
// JSON for each program. Uses only what Node, Bun and Deno have in common.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { evaluateAll } from './evaluate.ts';

export interface BuiltProgram {
  readonly name: string;
  readonly node: string;
  readonly expressions: readonly string[];
  readonly expected: readonly string[];
}

export interface ProgramReport {
  readonly name: string;
  /** null: every expression gave what it must. */
  readonly problem: string | null;
}

const require = createRequire(import.meta.url);

async function run({ node, expressions, expected }: BuiltProgram): Promise<string | null> {
  const results = await evaluateAll(
    require(node) as Readonly<Record<string, unknown>>,
    expressions,
  );
  const wrong = results.findIndex((text, index) => older(text) !== older(expected[index] ?? ''));
  return wrong < 0
    ? null
    : `${expressions[wrong]} → ${results[wrong]}, expected ${expected[wrong]}`;
}

/** Deno's Node-API makes U+FFFD of lone surrogates. */
const losesSurrogates = 'Deno' in globalThis;

/** Newer runtimes print `[byteLength]` where Node 20 prints `byteLength`. */
function older(text: string): string {
  const plain = text.replace(/\[(byteLength|byteOffset|buffer)\]/g, '$1');
  return losesSurrogates ? plain.replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd') : plain;
}

async function report(program: BuiltProgram): Promise<ProgramReport> {
  try {
    return { name: program.name, problem: await run(program) };
  } catch (error) {
    return { name: program.name, problem: String(error) };
  }
}

const [, , manifest = ''] = process.argv;
for (const program of JSON.parse(readFileSync(manifest, 'utf8')) as readonly BuiltProgram[]) {
  process.stdout.write(`${JSON.stringify(await report(program))}\n`);
}

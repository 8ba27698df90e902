// The blocks of docs/tour.md are what the tool prints: made again here and compared (MIXMOD_UPDATE=1 rewrites them).
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMIT_KINDS, type EmitKind } from '../compiler/cli/emit-kinds.ts';
import { stageText } from '../compiler/cli/stage-text.ts';
import { compile } from '../compiler/compile.ts';
import { nodeHost } from '../compiler/host.ts';
import { RELEASE } from '../compiler/options.ts';

const TOUR = 'docs/tour.md';
const PROGRAM = 'docs/tour/sum.ts';
const FUNCTION = 'sums';

/** A marker comment and the fenced block under it. */
const BLOCK = /<!-- (file|stage): (\S+) -->\n```(\w*)\n([\s\S]*?)```/g;

test('the tour shows what the compiler does', () => {
  const compilation = compile(PROGRAM, { ...RELEASE, assembly: true }, nodeHost);
  expect(compilation.diagnostics).toEqual([]);
  const block = (kind: string, name: string): string => {
    if (kind === 'file') return readFileSync(name, 'utf8');
    const stage = EMIT_KINDS.find((known) => known === name);
    if (!stage) throw new Error(`${TOUR} names the unknown stage ${name}`);
    return excerpt(stage, stageText(stage, compilation) ?? '');
  };
  const shown = readFileSync(TOUR, 'utf8');
  const stages = new Set<string>();
  const made = shown.replace(BLOCK, (_match, kind: string, name: string, language: string) => {
    stages.add(name);
    return `<!-- ${kind}: ${name} -->\n\`\`\`${language}\n${block(kind, name).trimEnd()}\n\`\`\``;
  });
  // The report is a page by itself.
  const wanted = EMIT_KINDS.filter((kind) => kind !== 'report');
  expect([...stages]).toEqual(expect.arrayContaining(wanted));
  if (process.env.MIXMOD_UPDATE) writeFileSync(TOUR, made);
  else expect(shown).toBe(made);
});

/** Of LLVM IR, machine code and JavaScript only the function itself: the rest is the same for every module. */
function excerpt(stage: EmitKind, text: string): string {
  const between = (start: RegExp, end: string): string => {
    const from = text.search(start);
    expect(from, `${stage} has the function ${FUNCTION}`).toBeGreaterThanOrEqual(0);
    return text.slice(from, text.indexOf(end, from) + end.length);
  };
  switch (stage) {
    case 'll':
      return between(new RegExp(`^define internal [^\\n]*@"?rts[.]${FUNCTION}"?\\(`, 'm'), '\n}\n');
    case 'asm': // inlined into what JavaScript calls
      return between(new RegExp(`^wrapper[.]${FUNCTION}:`, 'm'), '.cfi_endproc\n');
    case 'js':
      return between(new RegExp(`^(export )?function ${FUNCTION}\\b`, 'm'), '\n}\n');
    default:
      return text;
  }
}

// What each stage made of a module, as text: for `--emit`, the tour of the compiler and `mixmod explore`.
import { basename } from 'node:path';
import { interfaceFile } from '../check/interface/interface-file.ts';
import type { Compilation } from '../compile.ts';
import type { Graphs } from '../front-end.ts';
import { printUnit } from '../graph/print.ts';
import { declarations } from '../link/declarations.ts';
import { printProgram } from '../program/print.ts';
import { unitCosts } from '../report/line-costs.ts';
import { reportPage } from '../report/page.ts';
import { untranslated } from '../untranslated/untranslated.ts';
import { nodeHost } from '../host.ts';
import type { EmitKind } from './emit-kinds.ts';

/** File endings; `dts` is always written, `--emit=dts` shows that it may be asked for alone. */
export const STAGE_ENDINGS: Readonly<Record<EmitKind, string>> = {
  interface: '.interface.ts',
  checked: '.checked',
  flow: '.flow',
  low: '.low',
  optimized: '.optimized',
  ll: '.ll',
  asm: '.s',
  js: '.untranslated.js',
  dts: '.d.ts',
  report: '.report.html',
};

/** All of them, or those before LLVM. */
type Stages = Graphs & Partial<Pick<Compilation, 'emitted' | 'linked'>>;

/** Of the stages that were reached. `path`: the program's entry; `out`: a folder. */
export function stageFiles(
  path: string,
  kinds: readonly EmitKind[],
  stages: Stages,
  out: string,
): readonly (readonly [path: string, text: string])[] {
  const name = basename(path).replace(/\.[cm]?ts$/, '');
  return kinds.flatMap((kind) => {
    const text = stageText(kind, stages);
    return text === null
      ? []
      : [[nodeHost.resolve(out, name + STAGE_ENDINGS[kind]), text] as const];
  });
}

/** null where the stage was not reached. */
export function stageText(kind: EmitKind, stages: Stages): string | null {
  const { checked, high, low, optimized, emitted = null, linked = null } = stages;
  switch (kind) {
    case 'interface':
      return interfaceFile(checked.files.at(-1)?.path ?? '', nodeHost);
    case 'checked':
      return checked.program && printProgram(checked.program);
    case 'flow':
      return high && printUnit(high);
    case 'low':
      return low && printUnit(low);
    case 'optimized':
      return optimized && printUnit(optimized);
    case 'll':
      return emitted && emitted.ir();
    case 'asm':
      return linked?.assembly ?? null;
    case 'js':
      return checked.program && untranslated(checked.program).code;
    case 'dts':
      return optimized && declarations(optimized);
    case 'report':
      return optimized && reportPage(unitCosts(optimized, checked.files));
  }
}

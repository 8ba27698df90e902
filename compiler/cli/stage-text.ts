// What each stage made of a module, as text: for `--emit`, the tour of the compiler and `mixmod explore`.
import { openProgram } from '../check/check-part.ts';
import { INTERFACE_VERSION } from '../check/interface/interface-text.ts';
import { Interfaces } from '../check/interface/interfaces.ts';
import type { Compilation } from '../compile.ts';
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

/** null where the stage was not reached. */
export function stageText(kind: EmitKind, compilation: Compilation): string | null {
  const { checked, high, low, optimized, emitted, linked } = compilation;
  switch (kind) {
    case 'interface':
      return interfaceOf(checked.files.at(-1)?.path ?? '');
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

/** What other modules can know of the module, and its hash. */
function interfaceOf(path: string): string | null {
  const open = openProgram(path, nodeHost);
  if (!open) return null;
  const { text, hash } = new Interfaces(open).of(open.entry);
  return `// mixmod interface ${INTERFACE_VERSION}, sha256 ${hash}\n${text}`;
}

// Programs → the text of one module in either dialect.
import { HEADER, PRELUDE } from '../declarations/prelude.ts';
import type { FuzzProgram } from '../declarations/program.ts';
import { print, type Dialect } from '../generate/tree.ts';

export function moduleText(programs: readonly FuzzProgram[], dialect: Dialect): string {
  const body = programs.map(({ tree }) => print(tree, dialect)).join('\n');
  return `${dialect === 'rts' ? HEADER : ''}${PRELUDE}${body}`;
}

// Names with wildcards and a scanned header → what the C compiler is asked about, and what need not be asked.
import { isDeclarationWord } from './declarators.ts';
import { type Candidate, candidatesOf, finalBody, missingNames, type Skipped } from './patterns.ts';
import type { Scanned } from './scan.ts';
import { type HeaderText, incompleteness, type Macro, tokensOf } from './tokens.ts';

export interface Choice {
  readonly candidates: readonly Candidate[];
  readonly skipped: readonly Skipped[];
}

export function chooseCandidates(
  names: readonly string[],
  scanned: Scanned,
  { macros }: HeaderText,
): Choice {
  const skipped: Skipped[] = [];
  const found = candidatesOf(names, scanned, macros);
  const candidates = found.flatMap((candidate): readonly Candidate[] => {
    const { name, kind } = candidate;
    const macro = kind === 'constant' ? macros.get(name) : undefined;
    const reason = macro ? reasonAgainst(macro, finalBody(macro, macros)) : null;
    if (reason === null) return [candidate];
    if (scanned.functions.has(name)) return [{ name, kind: 'value' }];
    skipped.push({ name, reason });
    return [];
  });
  const known = new Set(found.map(({ name }) => name));
  const missing = missingNames(names, known).filter((name) => {
    const wrong = /^(struct |union |enum )?[A-Za-z_]\w*$/.test(name) ? null : 'it is no name of C';
    if (wrong !== null) skipped.push({ name, reason: wrong });
    return wrong === null;
  });
  const last = missing.map((name): Candidate => ({ name, kind: 'value' }));
  return { candidates: [...candidates, ...last], skipped };
}

/** Of a macro. */
export const TAKES_ARGUMENTS = 'it takes arguments';

function reasonAgainst({ takesArguments }: Macro, body: string): string | null {
  if (takesArguments) return TAKES_ARGUMENTS;
  const [first] = tokensOf(body);
  if (first && isDeclarationWord(first.text)) return 'it is no expression';
  return body === '' ? 'it is empty' : incompleteness(body);
}

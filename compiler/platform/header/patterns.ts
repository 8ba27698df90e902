// Names with wildcards → which of a header's names are asked for.
import { isTypeWord } from './declarators.ts';
import type { Scanned } from './scan.ts';
import { type Macro, tokensOf } from './tokens.ts';

/** One name, and how C is asked about it. */
export interface Candidate {
  /** `sqlite3_open`, `struct tm`. */
  readonly name: string;
  readonly kind: 'type' | 'value' | 'constant';
}

export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export type Matcher = (name: string) => boolean;

/** `*` stands for any characters. */
export function matcherOf(patterns: readonly string[]): Matcher {
  const escaped = patterns.map((pattern) =>
    pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'),
  );
  const expression = new RegExp(`^(?:${escaped.join('|')})$`);
  return (name) => patterns.length > 0 && expression.test(name);
}

/** In order of their names' kinds; a tag matches with and without its `struct`. */
export function candidatesOf(
  patterns: readonly string[],
  scanned: Scanned,
  macros: ReadonlyMap<string, Macro>,
): readonly Candidate[] {
  const matches = matcherOf(patterns);
  const candidates = new Map<string, Candidate>();
  const add = (kind: Candidate['kind'], names: Iterable<string>) => {
    for (const name of names)
      if (!candidates.has(name) && (matches(name) || matches(name.replace(/^\w+ /, ''))))
        candidates.set(name, { name, kind });
  };
  add('type', scanned.tags);
  add('type', scanned.typedefs);
  // A macro hides what it is named after.
  for (const macro of macros.values())
    add(isType(finalBody(macro, macros), scanned) ? 'type' : 'constant', [macro.name]);
  add('constant', scanned.enumerators);
  add('value', scanned.functions.keys());
  add('value', scanned.variables);
  return [...candidates.values()];
}

/** A macro that is only another one's name → what that one says, and so on. */
export function finalBody({ body }: Macro, macros: ReadonlyMap<string, Macro>): string {
  let final = body;
  for (let steps = 0; steps < 16; steps++) {
    const next = macros.get(final);
    if (!next || next.takesArguments || next.body === final) break;
    final = next.body;
  }
  return final;
}

/** `#define z_off_t long`: words only, of which the first begins a type. */
function isType(body: string, { typedefs }: Scanned): boolean {
  const words = tokensOf(body);
  const [first] = words;
  return (
    first !== undefined &&
    (isTypeWord(first.text) || typedefs.has(first.text)) &&
    words.every(({ kind, text }) => kind === 'word' || text === '*')
  );
}

/** Names that were asked for one by one and that nothing is found for. */
export function missingNames(
  patterns: readonly string[],
  found: ReadonlySet<string>,
): readonly string[] {
  return patterns.filter(
    (pattern) =>
      !pattern.includes('*') &&
      !['', 'struct ', 'union ', 'enum '].some((prefix) => found.has(`${prefix}${pattern}`)),
  );
}

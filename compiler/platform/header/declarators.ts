// The tokens of one declaration → the names that it declares. No types are understood: the C compiler is asked for them.
import type { Token } from './tokens.ts';

export interface Declarator {
  readonly name: string;
  /** The tokens between its parentheses; null where it is no function. */
  readonly parameters: readonly Token[] | null;
}

/** Stands for a structure, union or enum in the tokens of a declaration. */
export const AGGREGATE: Token = { kind: 'mark', text: 'aggregate' };

const QUALIFIERS: ReadonlySet<string> = new Set(
  `const volatile restrict __const __volatile __volatile__ __restrict __restrict__ _Atomic extern
  static inline __inline __inline__ typedef register auto _Thread_local __thread _Noreturn
  __extension__`.split(/\s+/),
);

const TYPE_WORDS: ReadonlySet<string> = new Set(
  `void char short int long float double signed unsigned __signed __signed__ _Bool _Complex
  __complex__ __int128 _Float16 _Float32 _Float64 _Float128 _Float32x _Float64x __float128 __bf16
  __builtin_va_list`.split(/\s+/),
);

/** True for what only a type begins with. */
export const isTypeWord = (word: string): boolean =>
  TYPE_WORDS.has(word) || ['struct', 'union', 'enum', 'const', 'volatile'].includes(word);

/** True for what no expression begins with: macros of it need not be tried. */
export const isDeclarationWord = (word: string): boolean =>
  isTypeWord(word) ||
  (QUALIFIERS.has(word) && word !== '__extension__') ||
  /^__attribute(__)?$|^__asm(__)?$/.test(word);

export const isQualifier = (token: Token): boolean => QUALIFIERS.has(token.text);

/** `bare`: the name may stand without a type in front. */
export function readDeclarator(tokens: readonly Token[], bare: boolean): Declarator | null {
  const all = tokens.filter((token) => !isQualifier(token));
  const stop = all.findIndex(({ kind, text }) => kind === 'mark' && '([=:'.includes(text));
  const head = stop < 0 ? all : all.slice(0, stop);
  if (all[stop]?.text !== '(') return named(head, bare, null);
  const close = closingOf(all, stop);
  const inner = all.slice(stop + 1, close);
  const behind = all.slice(close + 1);
  // `(*name)(…)`, also with a calling convention in front of the star.
  if (inner[0]?.text === '*') return readDeclarator(inner.slice(1), true);
  if (inner[1]?.text === '*' && behind[0]?.text === '(')
    return readDeclarator(inner.slice(2), true);
  if (inner.length === 1 && inner[0]?.kind === 'word' && behind[0]?.text === '(')
    return named(inner, true, behind.slice(1, closingOf(behind, 0)));
  return named(head, bare, inner);
}

function named(
  head: readonly Token[],
  bare: boolean,
  parameters: readonly Token[] | null,
): Declarator | null {
  const last = head.at(-1);
  if (last?.kind !== 'word' || TYPE_WORDS.has(last.text)) return null;
  return head.length > 1 || bare ? { name: last.text, parameters } : null;
}

/** Index of the bracket that closes the one at `open`. */
export function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'mark') continue;
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text) && --depth === 0) return index;
  }
  return tokens.length;
}

/** Split at the commas that stand in no brackets. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'mark' && '([{'.includes(token.text)) depth++;
    if (token.kind === 'mark' && ')]}'.includes(token.text)) depth--;
    if (depth === 0 && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

// The tokens of a header → the names that it declares at file scope, with what debug information does not have: names
// of parameters and symbols. What is found wrongly, the C compiler refuses afterwards.
import {
  AGGREGATE,
  closingOf,
  type Declarator,
  isQualifier,
  readDeclarator,
  splitAtCommas,
} from './declarators.ts';
import type { Token } from './tokens.ts';

export interface ScannedFunction {
  /** null for those without a name. */
  readonly parameters: readonly (string | null)[];
  /** The linker's name, where the header gives another one. */
  readonly symbol: string | null;
  /** `static`: there is no symbol to link with. */
  readonly internal: boolean;
}

export interface Scanned {
  readonly typedefs: ReadonlySet<string>;
  /** `struct tm`, `union u`, `enum e`. */
  readonly tags: ReadonlySet<string>;
  readonly enumerators: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, ScannedFunction>;
  readonly variables: ReadonlySet<string>;
}

interface Found {
  readonly typedefs: Set<string>;
  readonly tags: Set<string>;
  readonly enumerators: Set<string>;
  readonly functions: Map<string, ScannedFunction>;
  readonly variables: Set<string>;
}

const SYMBOL = 'mixmod symbol';

export function scanHeader(tokens: readonly Token[]): Scanned {
  const found: Found = {
    typedefs: new Set(),
    tags: new Set(),
    enumerators: new Set(),
    functions: new Map(),
    variables: new Set(),
  };
  for (const declaration of declarationsOf(withoutAttributes(tokens)))
    scanDeclaration(declaration, found);
  return found;
}

const ATTRIBUTES: ReadonlySet<string> = new Set(
  '__attribute__ __attribute __declspec _Alignas __alignof__'.split(' '),
);
const ASSEMBLER: ReadonlySet<string> = new Set(['__asm__', '__asm', 'asm']);
const TYPES: ReadonlySet<string> = new Set(['__typeof__', '__typeof', 'typeof', '_Atomic']);

/** Attributes are left out, `__asm__("name")` becomes one token, `__typeof__(…)` some type. */
function withoutAttributes(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const bracket = tokens[index + 1]?.text === '(';
    if (bracket && ATTRIBUTES.has(token.text)) index = closingOf(tokens, index + 1);
    else if (bracket && ASSEMBLER.has(token.text)) {
      const end = closingOf(tokens, index + 1);
      const strings = tokens.slice(index + 2, end).map(({ text }) => text.slice(1, -1));
      kept.push({ kind: 'string', text: `${SYMBOL} ${strings.join('')}` });
      index = end;
    } else if (bracket && TYPES.has(token.text)) {
      kept.push(AGGREGATE);
      index = closingOf(tokens, index + 1);
    } else if (token.text !== '__extension__') kept.push(token);
  }
  return kept;
}

/** Each up to its semicolon or the end of its function's body. */
function declarationsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const declarations: (readonly Token[])[] = [];
  let start = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'mark') continue;
    if (token.text === ';') {
      declarations.push(tokens.slice(start, index));
      start = index + 1;
    } else if (token.text === '{' && tokens[index - 1]?.text === ')') {
      declarations.push(tokens.slice(start, index));
      index = closingOf(tokens, index);
      start = index + 1;
    } else if ('([{'.includes(token.text)) index = closingOf(tokens, index);
  }
  return declarations;
}

function scanDeclaration(tokens: readonly Token[], found: Found): void {
  if (tokens[0]?.text === '_Static_assert') return;
  const bare = withoutAggregates(tokens, found);
  const words = new Set(bare.map(({ text }) => text));
  const symbol = bare.find(({ text }) => text.startsWith(SYMBOL))?.text.slice(SYMBOL.length + 1);
  const plain = bare.filter(({ text }) => !text.startsWith(SYMBOL));
  splitAtCommas(plain).forEach((part, index) => {
    const declarator = readDeclarator(part, index > 0);
    if (!declarator) return;
    if (words.has('typedef')) found.typedefs.add(declarator.name);
    else if (declarator.parameters)
      addFunction(declarator, symbol ?? null, words.has('static'), found);
    else found.variables.add(declarator.name);
  });
}

function addFunction(
  { name, parameters }: Declarator,
  symbol: string | null,
  internal: boolean,
  { functions }: Found,
): void {
  const parts = splitAtCommas(parameters ?? []);
  const names = parts.map((part) => readDeclarator(part, false)?.name ?? null);
  const known = functions.get(name);
  functions.set(name, {
    parameters: names.map((one, index) => one ?? known?.parameters[index] ?? null),
    symbol: symbol ?? known?.symbol ?? null,
    internal: internal || known?.internal === true,
  });
}

/** Structures, unions and enums become one token each; their tags and enumerators are noted, at every depth. */
function withoutAggregates(tokens: readonly Token[], found: Found): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (!['struct', 'union', 'enum'].includes(token.text)) {
      kept.push(token);
      continue;
    }
    kept.push(AGGREGATE);
    while (tokens[index + 1] && isQualifier(tokens[index + 1] ?? token)) index++;
    const tag = tokens[index + 1];
    if (tag?.kind === 'word') {
      found.tags.add(`${token.text} ${tag.text}`);
      index++;
    }
    if (tokens[index + 1]?.text !== '{') continue;
    const end = closingOf(tokens, index + 1);
    const body = tokens.slice(index + 2, end);
    if (token.text === 'enum') addEnumerators(body, found);
    else withoutAggregates(body, found);
    index = end;
  }
  return kept;
}

function addEnumerators(body: readonly Token[], { enumerators }: Found): void {
  for (const [name] of splitAtCommas(body)) if (name?.kind === 'word') enumerators.add(name.text);
}

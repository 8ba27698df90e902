// Preprocessed C with its directives (`cc -E -dD`) → tokens of the declarations, and the macros that are left defined.

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'mark';
  readonly text: string;
}

export interface Macro {
  readonly name: string;
  /** True for `NAME(…)`. */
  readonly takesArguments: boolean;
  readonly body: string;
}

export interface HeaderText {
  readonly tokens: readonly Token[];
  readonly macros: ReadonlyMap<string, Macro>;
}

export function readHeaderText(preprocessed: string): HeaderText {
  const macros = new Map<string, Macro>();
  const rest: string[] = [];
  for (const line of preprocessed.split('\n')) {
    if (line.startsWith('#')) readDirective(line, macros);
    else rest.push(line);
  }
  return { tokens: tokensOf(rest.join('\n')), macros };
}

function readDirective(line: string, macros: Map<string, Macro>): void {
  const undefinedName = /^#undef (\S+)/.exec(line)?.[1];
  if (undefinedName !== undefined) macros.delete(undefinedName);
  const [, name, parenthesis, body = ''] = /^#define ([^\s(]+)(\()?(.*)$/.exec(line) ?? [];
  if (name === undefined) return;
  macros.set(name, { name, takesArguments: parenthesis !== undefined, body: body.trim() });
}

const TOKEN =
  /([A-Za-z_$][\w$]*)|(\.?\d(?:[eEpP][+-]|[\w.])*)|((?:u8|[LuU])?"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(\S)/g;

export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ([all, word, number, string]): Token => {
    const kind = word ? 'word' : number ? 'number' : string ? 'string' : 'mark';
    return { kind, text: all };
  });
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Null for a text that can stand alone: what of it would spoil the C around it otherwise. */
export function incompleteness(text: string): string | null {
  if (/[\r\n]/.test(text)) return 'it has several lines';
  const strings = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;
  const bare = text.replaceAll(strings, ' 0 ');
  if (/["']/.test(bare)) return 'a quote is missing';
  if (/\/[/*]/.test(bare)) return 'it has a comment';
  if (/[;#\\]/.test(bare)) return 'it is no expression';
  const open: string[] = [];
  for (const mark of bare.match(/[()[\]{}]/g) ?? []) {
    const closing = CLOSING[mark];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== mark) return 'its brackets do not match';
  }
  return open.length > 0 ? 'its brackets do not match' : null;
}

// Programs as trees of text: what the printer writes and the shrinker cuts. A node is a list of texts and nodes; where a
// deviation of the language has to be said in plain JavaScript, it has a second list of the same nodes for that.

export type Part = string | Node;
export type Dialect = 'rts' | 'plain';

/** What the shrinker may do: `expression`s of one type stand for each other, items of a `list` may be left out. */
export type NodeKind = 'expression' | 'statement' | 'list' | 'fixed';

export interface Node {
  readonly kind: NodeKind;
  /** Of an expression: its type as text. */
  readonly type: string;
  readonly parts: readonly Part[];
  /** null: the same text in both. */
  readonly plain: readonly Part[] | null;
  /**
   * Takes its type from its place: a literal without conversion (`constant`), or a value of a type that converts to it
   * without loss (`widened`).
   */
  readonly adapts: 'constant' | 'widened' | null;
}

export function parts(
  texts: TemplateStringsArray,
  ...nodes: readonly (Part | readonly Part[])[]
): readonly Part[] {
  return texts.flatMap((text, index): readonly Part[] => {
    const given = nodes[index];
    if (given === undefined) return [text];
    return isList(given) ? [text, ...given] : [text, given];
  });
}

const isList = (given: Part | readonly Part[]): given is readonly Part[] => Array.isArray(given);

export function node(
  kind: NodeKind,
  type: string,
  rts: readonly Part[],
  plain: readonly Part[] | null = null,
): Node {
  return { kind, type, parts: rts, plain, adapts: null };
}

export const statement = (rts: readonly Part[], plain: readonly Part[] | null = null): Node =>
  node('statement', '', rts, plain);
export const list = (items: readonly Node[]): Node => node('list', '', items);
export const fixed = (rts: readonly Part[], plain: readonly Part[] | null = null): Node =>
  node('fixed', '', rts, plain);

export function print(tree: Node, dialect: Dialect): string {
  const out: string[] = [];
  const write = ({ parts: rts, plain, kind }: Node): void => {
    for (const part of dialect === 'plain' && plain ? plain : rts) {
      if (typeof part === 'string') out.push(part);
      else write(part);
      if (kind === 'list') out.push('\n');
    }
  };
  write(tree);
  return out.join('');
}

/** Nodes directly below, each once. */
export function children({ parts: rts, plain }: Node): readonly Node[] {
  const all = [...rts, ...(plain ?? [])];
  return [...new Set(all.filter((part): part is Node => typeof part !== 'string'))];
}

/** A copy with other nodes for some; undefined takes an item out of its list. */
export function substitute(tree: Node, other: ReadonlyMap<Node, Node | undefined>): Node {
  const done = new Map<Node, Node | undefined>(other);
  const visit = (at: Node): Node | undefined => {
    if (done.has(at)) return done.get(at);
    const below = children(at);
    const visited = below.map(visit);
    const same = visited.every((child, index) => child === below[index]);
    const copy = (list: readonly Part[]): readonly Part[] =>
      list.flatMap((part): readonly Part[] => {
        if (typeof part === 'string') return [part];
        const child = done.has(part) ? done.get(part) : part;
        return child === undefined ? [] : [child];
      });
    const made = same ? at : { ...at, parts: copy(at.parts), plain: at.plain && copy(at.plain) };
    done.set(at, made);
    return made;
  };
  return visit(tree) ?? list([]);
}

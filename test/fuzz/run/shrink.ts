// A difference → a smaller program that still has it. Cuts are tried from large to small: programs, statements and
// declarations, then expressions, which become parts of themselves of the same type, or the simplest value.
import type { Execution } from '../../harness/executions.ts';
import { EXECUTIONS } from '../../harness/executions.ts';
import type { FuzzProgram } from '../declarations/program.ts';
import { children, node, print, substitute, type Node } from '../generate/tree.ts';
import type { Comparison, Difference } from './compare.ts';

/** So that a run with many finds ends. */
const SECONDS = 25;

export async function shrink(difference: Difference, comparison: Comparison): Promise<Difference> {
  const search = new Search(difference, comparison);
  await search.programs();
  for (let before = ''; before !== search.text() && search.hasTime();) {
    before = search.text();
    await search.lists();
    await search.expressions();
  }
  return search.best;
}

class Search {
  best: Difference;
  readonly #end = performance.now() + SECONDS * 1000;
  readonly #comparison: Comparison;
  readonly #signature: string;
  readonly #executions: readonly Execution[];

  constructor(difference: Difference, comparison: Comparison) {
    this.best = difference;
    this.#comparison = comparison;
    this.#signature = difference.signature;
    // One that is wrong is enough to go on with; a failed check needs none.
    const wrong = EXECUTIONS.filter((one) => difference.executions.includes(one));
    this.#executions = difference.signature.startsWith('results') ? wrong.slice(0, 1) : wrong;
  }

  hasTime(): boolean {
    return performance.now() < this.#end;
  }

  text(): string {
    return this.best.programs.map(({ tree }) => print(tree, 'rts')).join('\n');
  }

  async #accepts(programs: readonly FuzzProgram[]): Promise<boolean> {
    if (!this.hasTime()) return false;
    let found: readonly Difference[];
    try {
      found = await this.#comparison.differences(programs, this.#executions);
    } catch {
      return false; // the plain program is none any more
    }
    const same = found.find(({ signature }) => this.#isSame(signature));
    if (!same) return false;
    this.best = same;
    return true;
  }

  #isSame(signature: string): boolean {
    const isResult = this.#signature.startsWith('results');
    return isResult ? signature.startsWith('results') : signature === this.#signature;
  }

  async programs(): Promise<void> {
    for (const program of this.best.programs) {
      const rest = this.best.programs.filter((one) => one !== program);
      if (rest.length > 0) await this.#accepts(rest);
    }
  }

  /** Halves, quarters … of each list, then single items; and statements that become the lists inside of them. */
  async lists(): Promise<void> {
    for (let at = 0; at < this.#all('list').length; at++) {
      const length = (): number => childrenOf(this.#all('list')[at]).length;
      for (let size = length(); size >= 1; size = size >> 1)
        for (let start = length() - size; start >= 0; start -= size) {
          const items = childrenOf(this.#all('list')[at]).slice(start, start + size);
          if (items.length > 0)
            await this.#replace(new Map(items.map((item) => [item, undefined])));
        }
    }
    for (let at = 0; at < this.#all('statement').length; at++) {
      const one = this.#all('statement')[at];
      if (!one) continue;
      for (const inner of below(one).filter(({ kind }) => kind === 'list'))
        if (await this.#replace(new Map([[one, inner]]))) break;
    }
  }

  async expressions(): Promise<void> {
    for (let at = 0; at < this.#all('expression').length; at++) {
      for (let again = true; again;) {
        const one = this.#all('expression')[at];
        again = one !== undefined && (await this.#simplify(one));
      }
    }
  }

  async #simplify(one: Node): Promise<boolean> {
    const inner = below(one).filter(({ kind, type }) => kind === 'expression' && type === one.type);
    const length = print(one, 'rts').length;
    const candidates = [...simplest(one), ...inner].filter(
      (other) => print(other, 'rts').length < length,
    );
    for (const other of candidates) if (await this.#replace(new Map([[one, other]]))) return true;
    return false;
  }

  #all(kind: Node['kind']): readonly Node[] {
    return this.best.programs
      .flatMap(({ tree }) => [tree, ...below(tree)])
      .filter((one) => one.kind === kind);
  }

  #replace(other: ReadonlyMap<Node, Node | undefined>): Promise<boolean> {
    return this.#accepts(
      this.best.programs.map((program) => ({ ...program, tree: substitute(program.tree, other) })),
    );
  }
}

const childrenOf = (one: Node | undefined): readonly Node[] => (one ? children(one) : []);

function below(one: Node): readonly Node[] {
  return [...new Set(children(one).flatMap((child) => [child, ...below(child)]))];
}

const WIDE = new Set(['i64', 'u64', 'isize', 'usize']);
const NARROW = new Set(['f32', 'i8', 'u8', 'i16', 'u16', 'i32', 'u32']);

/** A value that has nothing to do with the rest. */
function simplest({ type }: Node): readonly Node[] {
  const value = (rts: string, plain: string | null = null): readonly Node[] => [
    node('expression', type, [rts], plain === null ? null : [plain]),
  ];
  if (type === 'boolean') return [...value('false'), ...value('true')];
  if (type === 'string') return value(`''`);
  if (type === 'number') return [...value('0'), ...value('1')];
  // A bare literal would be of another type in some places.
  if (NARROW.has(type)) return [...value(`${type}(0)`, '0'), ...value(`${type}(1)`, '1')];
  if (WIDE.has(type)) return [...value(`${type}(0)`, '0n'), ...value(`${type}(1)`, '1n')];
  if (/^[\w]+\[\]$/.test(type)) return value('[]');
  return [];
}

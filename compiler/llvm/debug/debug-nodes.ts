// Metadata that the binding cannot make: nodes as text of LLVM's. The binding's metadata names them by placeholders, basic
// types of a made-up name; `complete` puts the nodes in their places in the text of the module.

/** Stands for a node in the texts of others; opaque. */
export type NodeId = number;

const PLACEHOLDER = /^!(\d+) = !DIBasicType\(name: "mm\.node (\d+)".*$/gm;
const REFERENCE = /!\$(\d+)\$/g;

export class DebugNodes {
  readonly #texts: string[] = [];

  /** A node whose text comes later: nodes may name each other. */
  reserve(): NodeId {
    return this.#texts.push('') - 1;
  }

  define(id: NodeId, text: string): void {
    this.#texts[id] = text;
  }

  add(text: string): NodeId {
    return this.#texts.push(text) - 1;
  }

  /** `!{a, b}`. */
  tuple(nodes: readonly NodeId[]): NodeId {
    return this.add(`!{${nodes.map(reference).join(', ')}}`);
  }

  /** The name of the basic type that stands for a node in the binding's metadata. */
  placeholder(id: NodeId): string {
    return `mm.node ${id}`;
  }

  /** `retained`: types that are kept though nothing in the code is of them. */
  complete(ir: string, retained: readonly NodeId[]): string {
    const all = this.tuple(retained);
    const numbers = new Map<NodeId, number>();
    for (const [, number, id] of ir.matchAll(PLACEHOLDER)) numbers.set(Number(id), Number(number));
    let last = -1;
    for (const [, number] of ir.matchAll(/^!(\d+) = /gm)) last = Math.max(last, Number(number));
    const added: NodeId[] = [];
    this.#texts.forEach((_, id) => {
      if (numbers.has(id)) return;
      numbers.set(id, ++last);
      added.push(id);
    });
    const textOf = (id: NodeId): string => {
      const text = (this.#texts[id] ?? '').replace(
        REFERENCE,
        (_, other) => `!${numbers.get(Number(other))}`,
      );
      return `!${numbers.get(id)} = ${text}`;
    };
    const placed = ir
      .replace(PLACEHOLDER, (_, _number, id) => textOf(Number(id)))
      .replace(
        /^(!\d+ = distinct !DICompileUnit\(.*emissionKind: FullDebug)/m,
        `$1, retainedTypes: !${numbers.get(all)}`,
      );
    // In code only: constants, the program's strings among them, are what they are.
    const code = placed.replace(
      /^(?!@)(.* !dbg )!\$(\d+)\$/gm,
      (_, before: string, id: string) => `${before}!${numbers.get(Number(id))}`,
    );
    return `${code}\n${added.map(textOf).join('\n')}\n`;
  }
}

export const reference = (id: NodeId): string => `!$${id}$`;

// Which locals of a function can be declared where they get their first value (`let x = …`), as the source does it; the
// others are declared at its head. Decided by what is printed: every mention of a local asks for its name.
import type { Local } from '../program/nodes.ts';

interface Declaration {
  readonly local: Local;
  /** How often the local was mentioned when the block around the declaration ended. */
  mentions: number;
}

/** `\u0004 n \u0005`: here the n-th declaration stands, if it stands in place. */
const [OPEN, CLOSE] = ['\u0004', '\u0005'];
const DECLARATION = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

export class Declarations {
  readonly #mentions = new Map<Local, number>();
  readonly #declarations: Declaration[] = [];
  /** The declarations of each block that is being printed. */
  readonly #blocks: Declaration[][] = [];

  mention(local: Local): void {
    this.#mentions.set(local, this.#count(local) + 1);
  }

  block<T>(print: () => T): T {
    const own: Declaration[] = [];
    this.#blocks.push(own);
    const printed = print();
    this.#blocks.pop();
    for (const one of own) one.mentions = this.#count(one.local);
    return printed;
  }

  /** What stands before the name of a local that gets a value; its value has been printed. '' where it was mentioned before. */
  mark(local: Local): string {
    const block = this.#blocks.at(-1);
    if (!block || this.#count(local) > 0) return '';
    const declaration = { local, mentions: 0 };
    block.push(declaration);
    this.#declarations.push(declaration);
    return `${OPEN}${this.#declarations.length - 1}${CLOSE}`;
  }

  /** The lines of the whole function, with the declarations in place. */
  placed(lines: readonly string[]): readonly string[] {
    return lines.map((line) =>
      line.replaceAll(DECLARATION, (_, index: string) => {
        const declaration = this.#declarations[Number(index)];
        return declaration && this.#isInPlace(declaration) ? 'let ' : '';
      }),
    );
  }

  /** Not for the head of the function. */
  isInPlace(local: Local): boolean {
    return this.#declarations.some((one) => one.local === local && this.#isInPlace(one));
  }

  /** Nobody mentions it outside of the block. */
  #isInPlace({ local, mentions }: Declaration): boolean {
    return mentions === this.#count(local);
  }

  #count(local: Local): number {
    return this.#mentions.get(local) ?? 0;
  }
}

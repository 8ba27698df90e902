// Where an error is raised → the text of its site that the module carries: error's name, position, message.
import type { Graph, RaisedError } from '../graph/graph.ts';
import type { FunctionPlace } from '../graph/unit.ts';
import { formatPosition, type SourceFile, type Span } from '../source/source-file.ts';

/** The function of the source that a place is in. After inlining that is not the graph that has the op. */
export class Positions {
  readonly #functions = new Map<SourceFile, FunctionPlace[]>();

  constructor(functions: readonly FunctionPlace[]) {
    for (const place of functions) {
      const { file } = place.extent;
      const known = this.#functions.get(file);
      if (known) known.push(place);
      else this.#functions.set(file, [place]);
    }
  }

  /** `function (file:line:column)`, as V8 writes a line of a stack. */
  text(span: Span | null, graph: Graph): string {
    const place = span ?? graph.span;
    if (!place) return graph.displayName;
    const name = this.#functionOf(place) ?? graph.displayName;
    return `${name} (${formatPosition(place)})`;
  }

  /** Of functions in each other the innermost; module-level code is in none. */
  #functionOf({ file, start }: Span): string | undefined {
    const within = ({ extent }: FunctionPlace): boolean =>
      extent.start <= start && start < extent.end;
    const around = this.#functions.get(file)?.filter(within) ?? [];
    const sizes = around.map(({ extent }) => extent.end - extent.start);
    return around[sizes.indexOf(Math.min(...sizes))]?.displayName;
  }
}

/** The position has no line feed, so the last part may have some. */
export const siteText = ({ error, template }: RaisedError, position: string): string =>
  `${error}\n${position}\n${template ?? ''}`;

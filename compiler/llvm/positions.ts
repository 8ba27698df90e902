// Where an error is raised → the text of its site that the module carries: error's name, position, message.
import type { Graph, RaisedError } from '../graph/graph.ts';
import { formatPosition, type Span } from '../source/source-file.ts';

/** `function (file:line:column)`, as V8 writes a line of a stack. */
export const positionText = (graph: Graph, span: Span | null): string =>
  span ? `${graph.displayName} (${formatPosition(span)})` : graph.displayName;

/** The position has no line feed, so the last part may have some. */
export const siteText = ({ error, template }: RaisedError, position: string): string =>
  `${error}\n${position}\n${template ?? ''}`;

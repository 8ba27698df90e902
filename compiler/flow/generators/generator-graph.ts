// The body of a generator → its graph: a state machine. Built like every body, with places to go on at; then the values that are
// needed behind such a place are kept in the frame.
import type { Graph } from '../../graph/graph.ts';
import type { CheckedFunction } from '../../program/nodes.ts';
import type { FunctionFlow } from '../function-flow.ts';
import { keepInFrame } from './keep-in-frame.ts';

export function generatorGraph(flow: FunctionFlow, { frame, body, span }: CheckedFunction): Graph {
  flow.generator(() => flow.statements(body), span);
  return frame ? keepInFrame(flow.finish(), frame) : flow.finish();
}

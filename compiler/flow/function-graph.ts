// One checked function → its flow graph.
import { RAISED } from '../builtins/errors.ts';
import { constant } from '../graph/constants.ts';
import type { Graph } from '../graph/graph.ts';
import { LEAK_REPORT } from '../graph/unit.ts';
import type { CheckedFunction } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import { condition } from './condition.ts';
import { expression } from './expressions.ts';
import type { FlowOptions } from './flow-options.ts';
import { FunctionFlow, type Dispatch } from './function-flow.ts';
import { generatorGraph } from './generators/generator-graph.ts';
import { statement } from './statements.ts';

export const DISPATCH: Dispatch = { statement, expression, condition };

/** The library itself is not checked. */
export function functionGraph(checked: CheckedFunction, options: FlowOptions = {}): Graph {
  const { id, name, parameters, closure, result, body, span } = checked;
  const locals = parameters.map(({ local }) => local);
  const results = hasResult(result) ? [result] : [];
  const inputs = closure ? [{ type: closure, name: 'closure' }, ...locals] : locals;
  const header = { name: id, displayName: name, parameters: inputs, results, span };
  const checks = isLibrary(checked) ? null : (options.checks ?? null);
  const flow = new FunctionFlow(header, result, DISPATCH, { ...options, checks });
  flow.bindParameters(locals, checked);
  if (checked.frame) return generatorGraph(flow, checked);
  flow.statements(body);
  if (flow.isReachable) end(flow, checked);
  return flow.finish();
}

const isLibrary = ({ span, id }: CheckedFunction): boolean =>
  span.file.path.startsWith('mixmod/library/') || id === LEAK_REPORT;

const hasResult = ({ kind }: RtsType): boolean => kind !== 'void' && kind !== 'never';

/** Behind the last statement. */
function end(flow: FunctionFlow, { result, span }: CheckedFunction): void {
  if (result.kind === 'void') return flow.return(null);
  const givesUndefined =
    result.kind === 'undefined' || (result.kind === 'nullable' && result.allowsUndefined);
  if (givesUndefined) return flow.return(constant(result, undefined));
  // Reached only where TypeScript takes a switch or a chain of ifs for exhaustive and the host gave another value.
  flow.raise(RAISED.noResult, [], span);
}

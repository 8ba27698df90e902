// The module-level code of all modules, in evaluation order → one graph that the host runs once for each environment.
import type { Graph } from '../graph/graph.ts';
import { OFFTHREAD_INITIALIZER } from '../graph/unit.ts';
import { homeName } from '../program/home-name.ts';
import type { CheckedModule } from '../program/nodes.ts';
import { VOID } from '../program/types.ts';
import { DISPATCH } from './function-graph.ts';
import type { FlowOptions } from './flow-options.ts';
import { FunctionFlow } from './function-flow.ts';

/** No function can have this id. */
export const INITIALIZER = '<module init>';

/** null if no module has such code. `home`: the module's file, in a program that is compiled in parts. */
export const initializerGraph = (
  modules: readonly CheckedModule[],
  options: FlowOptions = {},
  home: string | null = null,
): Graph | null =>
  graphOf(modules, home === null ? INITIALIZER : homeName(INITIALIZER, home), options);

/** What of it runs in an environment off the thread; null if there is nothing, or no such environment. */
export function offthreadInitializerGraph(modules: readonly CheckedModule[]): Graph | null {
  const isNeeded = modules.some(({ exports }) =>
    exports.some((item) => item.kind === 'function' && item.packed?.crossing.isOffthread),
  );
  const own = modules.map((module) => ({ ...module, initializer: module.hiddenInitializer }));
  return isNeeded ? graphOf(own, OFFTHREAD_INITIALIZER, {}) : null;
}

function graphOf(
  modules: readonly CheckedModule[],
  name: string,
  options: FlowOptions,
): Graph | null {
  if (modules.every(({ initializer }) => initializer.length === 0)) return null;
  const header = {
    name,
    displayName: name,
    parameters: [],
    results: [],
    span: modules.at(-1)?.initializer[0]?.span ?? null,
  };
  const flow = new FunctionFlow(header, VOID, DISPATCH, options);
  for (const { initializer } of modules) flow.statements(initializer);
  flow.return(null);
  return flow.finish();
}

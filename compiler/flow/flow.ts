// The checked program → a unit of high flow graphs: one for each function, and one that runs all module-level code.
import { basename } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import type { Unit, UnitClass, UnitExport } from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';
import type {
  CheckedClass,
  CheckedModule,
  CheckedProgram,
  ModuleExport,
} from '../program/nodes.ts';
import type { CFunction } from '../../runtime/lltype/types.ts';
import { functionGraph } from './function-graph.ts';
import { initializerGraph } from './initializer-graph.ts';
import { InternalError } from '../graph/internal-error.ts';

export function flow({ modules, classes }: CheckedProgram): Unit {
  const entry = modules.at(-1);
  if (!entry) throw new InternalError('a program without modules');
  const functions = modules.flatMap((module) => module.functions.map(functionGraph));
  const initializer = initializerGraph(modules);
  const graphs = initializer ? [...functions, initializer] : functions;
  return {
    name: basename(entry.file.path).replace(/\.[^.]*$/, ''),
    level: 'high',
    graphs: new Map(graphs.map((graph) => [graph.name, graph])),
    globals: modules.flatMap((module) => module.globals),
    initializer: initializer ? initializer.name : null,
    classes: new Map(classes.map((one) => [one.type.name, unitClass(one)])),
    exports: entry.exports.map(unitExport),
    cFunctions: cFunctionsOf(graphs),
    compilationInfos: unique(modules.flatMap((module: CheckedModule) => module.compilationInfos)),
    functions: modules.flatMap((module) =>
      module.functions.map(({ name, extent }) => ({ displayName: name, extent })),
    ),
  };
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const unitClass = ({ type, methods }: CheckedClass): UnitClass => ({
  type,
  methods: new Map([...methods].map(([name, { id }]) => [name, id])),
});

function unitExport(item: ModuleExport): UnitExport {
  if (item.kind !== 'function') return item;
  const { id, parameters, result, documentation } = item.function;
  return {
    kind: 'function',
    name: item.name,
    graph: id,
    parameters: parameters.map(({ local, optional, type }) => ({
      name: local.name,
      type,
      optional,
      inputType: local.type,
    })),
    result,
    documentation,
  };
}

function cFunctionsOf(graphs: readonly Graph[]): readonly CFunction[] {
  const ops = graphs.flatMap((graph) => reversePostorder(graph).flatMap((block) => block.ops));
  return unique(ops.flatMap(({ attributes: { external } }) => (external ? [external] : [])));
}

// The invariants of units (see `verify.ts`): what graphs say of each other, of globals and of exports.
import type { GlobalVariable } from '../program/nodes.ts';
import { typeName } from '../program/type-name.ts';
import { type RtsType } from '../program/types.ts';
import type { Graph, Op, Value } from './graph.ts';
import type { OpName } from './ops.ts';
import { representation } from './representation.ts';
import type { Unit, UnitExport } from './unit.ts';
import type { Problem } from './verify.ts';
import { reversePostorder } from './walk.ts';

export function unitProblems(unit: Unit): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (place: object, messages: readonly string[]): void =>
    void problems.push(...messages.map((message) => ({ place, message })));
  const context: Context = {
    unit,
    globals: new Map(unit.globals.map((global) => [global.id, global])),
  };
  if (context.globals.size < unit.globals.length) add(unit, ['two globals of one id']);
  for (const [name, graph] of unit.graphs) {
    if (name !== graph.name) add(graph, [`filed under ${name}`]);
    for (const op of reversePostorder(graph).flatMap((block) => block.ops)) {
      add(op, CHECKS[op.name]?.(op, context) ?? []);
    }
  }
  if (unit.initializer !== null) add(unit, checkInitializer(unit.initializer, unit));
  for (const item of unit.exports) add(item, checkExport(item, context));
  return problems;
}

interface Context {
  readonly unit: Unit;
  readonly globals: ReadonlyMap<string, GlobalVariable>;
}

const list = (types: readonly RtsType[]): string => `(${types.map(typeName).join(', ')})`;

const sameTypes = (
  what: string,
  given: readonly RtsType[],
  wanted: readonly RtsType[],
): readonly string[] =>
  given.length === wanted.length && given.every((type, i) => type === wanted[i])
    ? []
    : [`${what} ${list(given)}, ${list(wanted)} expected`];

const typesOf = (values: readonly Value[]): readonly RtsType[] => values.map(({ type }) => type);

/** The value of a high type as this unit's graphs hold it. */
const held = (type: RtsType, { level }: Unit): readonly RtsType[] => {
  if (level === 'low') return representation(type);
  return type.kind === 'void' || type.kind === 'never' ? [] : [type];
};

type Check = (op: Op, context: Context) => readonly string[];

const call: Check = ({ args, results, attributes }, { unit }) => {
  const graph = unit.graphs.get(attributes.callee ?? '');
  if (!graph) return [`no graph ${attributes.callee}`];
  return [
    ...sameTypes('operands', typesOf(args), typesOf(graph.start.inputs)),
    ...sameTypes('results', typesOf(results), graph.results),
  ];
};

/** `values`: what the op reads or writes, with the types that the global gives them. */
const access =
  (values: (op: Op) => readonly Value[], isStore: boolean): Check =>
  (op, { globals }) => {
    const { global: id, part } = op.attributes;
    const global = globals.get(id ?? '');
    if (!global) return [`no global ${id}`];
    const parts = representation(global.type);
    const type = part === undefined ? global.type : parts[part];
    if (!type) return [`no part ${part} of ${id}`];
    return [
      ...sameTypes('value', typesOf(values(op)), [type]),
      ...(isStore && global.constant !== null ? [`store to the constant ${id}`] : []),
    ];
  };

const CHECKS: { readonly [K in OpName]?: Check } = {
  direct_call: call,
  global_get: access((op) => op.results, false),
  global_set: access((op) => op.args, true),
  global_load: access((op) => op.results, false),
  global_store: access((op) => op.args, true),
};

function checkInitializer(name: string, unit: Unit): readonly string[] {
  const graph = unit.graphs.get(name);
  if (!graph) return [`no graph ${name} for the initializer`];
  return graph.start.inputs.length + graph.results.length === 0
    ? []
    : ['the initializer has parameters or results'];
}

function checkExport(item: UnitExport, { unit, globals }: Context): readonly string[] {
  switch (item.kind) {
    case 'function': {
      const graph: Graph | undefined = unit.graphs.get(item.graph);
      if (!graph) return [`no graph ${item.graph}`];
      const inputs = item.parameters.flatMap(({ inputType }) => held(inputType, unit));
      return [
        ...sameTypes('parameters', typesOf(graph.start.inputs), inputs),
        ...sameTypes('results', graph.results, held(item.result, unit)),
      ];
    }
    case 'global':
      return globals.get(item.global.id) === item.global ? [] : [`no global ${item.global.id}`];
    case 'enum':
      return [];
  }
}

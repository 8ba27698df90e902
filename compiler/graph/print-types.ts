// Names of types in graph text. Containers behind pointers and types of objects are known by name only, so a graph's text
// goes with tables of them: `containersOf(graph)` and `objectsOf(graph)`, which `parse` takes.
import type { Container } from '../../runtime/lltype/types.ts';
import { parameterNames, typeName } from '../program/type-name.ts';
import { pointerTo, type ObjectType, type RtsType, type UnionType } from '../program/types.ts';
import type { Constant, Graph, Value } from './graph.ts';
import type { Unit } from './unit.ts';
import { exitArgs, linksOf, reversePostorder } from './walk.ts';

export interface ContainerNames {
  /** Unique in the text: what `typeName` says, with `#2` … where two containers share it. */
  nameOf(container: Container): string;
  readonly containers: ReadonlyMap<string, Container>;
  readonly objects: ReadonlyMap<string, ObjectType | UnionType>;
}

/** The containers of all pointer types of a graph or unit, by the names that its text gives them. */
export const containersOf = (of: Graph | Unit): ReadonlyMap<string, Container> =>
  containerNames(of).containers;

/** The types of objects of a graph or unit, and those of their fields, by name. */
export const objectsOf = (of: Graph | Unit): ReadonlyMap<string, ObjectType | UnionType> =>
  containerNames(of).objects;

export function containerNames(of: Graph | Unit): ContainerNames {
  const names = new Map<Container, string>();
  const containers = new Map<string, Container>();
  const add = (container: Container): void => {
    if (names.has(container)) return;
    const base = typeName(pointerTo(container)).slice('Ptr<'.length, -1);
    let name = base;
    for (let n = 2; containers.has(name); n++) name = `${base}#${n}`;
    names.set(container, name);
    containers.set(name, container);
  };
  const objects = new Map<string, ObjectType | UnionType>();
  const addType = (type: RtsType): void => {
    if (type.kind === 'ptr') add(type.to);
    if (type.kind === 'nullable') addType(type.base);
    if (type.kind === 'array') addType(type.element);
    if (type.kind === 'function') [...type.parameters, type.result].forEach(addType);
    if ((type.kind !== 'object' && type.kind !== 'union') || objects.has(type.name)) return;
    objects.set(type.name, type);
    if (type.kind === 'union') return type.members.forEach(addType);
    if (type.base) addType(type.base);
    for (const one of type.interfaces ?? []) addType(one);
    for (const field of type.fields) addType(field.type);
  };
  if ('graphs' in of) {
    for (const { type } of of.classes.values()) addType(type);
    for (const global of of.globals) addType(global.type);
    for (const item of of.exports) {
      if (item.kind !== 'function') continue;
      for (const { type, inputType } of item.parameters) [type, inputType].forEach(addType);
      addType(item.result);
    }
    for (const graph of of.graphs.values()) collect(graph, add, addType);
  } else {
    collect(of, add, addType);
  }
  return { containers, objects, nameOf: (container) => names.get(container) ?? '?' };
}

function collect(
  graph: Graph,
  add: (container: Container) => void,
  addType: (type: RtsType) => void,
): void {
  const addValues = (values: readonly Value[]): void => values.forEach(({ type }) => addType(type));
  graph.results.forEach(addType);
  for (const block of reversePostorder(graph)) {
    addValues(block.inputs);
    for (const op of block.ops) {
      addValues(op.results);
      addValues(op.args);
      if (op.attributes.container) add(op.attributes.container);
      if (op.attributes.class) addType(op.attributes.class);
    }
    addValues(exitArgs(block.exit));
    if (block.exit.kind === 'switch')
      addValues(block.exit.cases.map(({ value }): Constant => value));
    for (const { args } of linksOf(block.exit)) addValues(args);
  }
}

/** `typeName`, with containers by their names in this text. */
export function nameOfType(type: RtsType, names: ContainerNames): string {
  const name = (of: RtsType): string => nameOfType(of, names);
  switch (type.kind) {
    case 'ptr':
      return `Ptr<${names.nameOf(type.to)}>`;
    case 'object':
    case 'union':
      return objectName(type);
    case 'literal':
      return `literal<${name(type.base)} ${JSON.stringify(type.value)}>`;
    case 'array':
      return `array<${name(type.element)}>`;
    case 'function':
      return `fn(${parameterNames(type, name)}) -> ${name(type.result)}`;
    case 'nullable':
      return `${nullableBase(type.base, name)}${type.allowsNull ? '|null' : ''}${type.allowsUndefined ? '|undefined' : ''}`;
    default:
      return typeName(type);
  }
}

export const objectName = (type: ObjectType | UnionType): string => `@${JSON.stringify(type.name)}`;

/** The result of a function type would take the `|null` for its own. */
const nullableBase = (type: RtsType, name: (type: RtsType) => string): string =>
  type.kind === 'function' ? `(${name(type)})` : name(type);

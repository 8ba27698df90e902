// A unit or graph to its text: the notation of tests, dumps, pass comments and internal errors; `parse.ts` reads it.
//
//   unit "area" low
//   global "scale": f64 mutable
//   export function "twice" = "twice"(n: i32) -> i32
//
//   graph "sum" -> i32
//   b0(v0.n: i32):
//     goto b1(0:i32, v0)
//   b1(v1.total: i32, v2: i32):
//     v3: boolean = int_eq v2, 0:i32
//     branch v3, b2, b3
//   …
// Blocks and values are numbered in reverse postorder. A value's type stands where it is defined; a constant carries its
// own (`true`, `false` and strings speak for themselves). `;` begins a comment.
import { formatPosition, type Span } from '../source/source-file.ts';
import type { ConstantValue, GlobalVariable } from '../program/nodes.ts';
import {
  BOOLEAN,
  STRING,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../program/types.ts';
import type { Block, Constant, Exit, Graph, Link, Op, Value, Variable } from './graph.ts';
import { containerNames, nameOfType, objectName, type ContainerNames } from './print-types.ts';
import type { Unit, UnitClass, UnitExport } from './unit.ts';
import { reversePostorder } from './walk.ts';

export interface PrintOptions {
  /** Source positions as comments. */
  readonly spans?: boolean;
  /** What to say behind the line of an op, exit, block, graph, global or export, as a comment. */
  readonly notes?: ReadonlyMap<object, string>;
}

export function printUnit(unit: Unit, options: PrintOptions = {}): string {
  const types = containerNames(unit);
  const { name, level, initializer } = unit;
  const head = [
    `unit ${JSON.stringify(name)} ${level}${comment(options, unit)}`,
    ...unit.cFunctions.map((c) => `external ${JSON.stringify(c.name)}`),
    ...unit.globals.map((global) => globalText(global, types) + comment(options, global)),
    ...[...types.objects.values()].map((type) =>
      type.kind === 'union' ? unionText(type, types) : objectText(type, types),
    ),
    ...[...unit.classes.values()].map(classText),
    ...(initializer === null ? [] : [`initializer ${JSON.stringify(initializer)}`]),
    ...unit.exports.map((item) => exportText(item, types) + comment(options, item)),
  ];
  const graphs = [...unit.graphs.values()].map((graph) => printWith(graph, types, options));
  return [`${head.join('\n')}\n`, ...graphs].join('\n');
}

export const printGraph = (graph: Graph, options: PrintOptions = {}): string =>
  printWith(graph, containerNames(graph), options);

/** Each op of the graph as its line; `unit` names its types. */
export const opTexts = (graph: Graph, types: ContainerNames): ReadonlyMap<Op, string> =>
  new GraphPrinter(graph, types, {}).opTexts();

function printWith(graph: Graph, types: ContainerNames, options: PrintOptions): string {
  return new GraphPrinter(graph, types, options).print();
}

class GraphPrinter {
  readonly #graph: Graph;
  readonly #types: ContainerNames;
  readonly #options: PrintOptions;
  readonly #blocks = new Map<Block, string>();
  readonly #values = new Map<Variable, string>();

  constructor(graph: Graph, types: ContainerNames, options: PrintOptions) {
    this.#graph = graph;
    this.#types = types;
    this.#options = options;
  }

  print(): string {
    const order = this.#number();
    return [this.#header(), ...order.flatMap((block) => this.#lines(block)), ''].join('\n');
  }

  opTexts(): ReadonlyMap<Op, string> {
    const ops = this.#number().flatMap((block) => block.ops);
    return new Map(ops.map((op) => [op, this.#op(op)]));
  }

  /** In reverse postorder. */
  #number(): readonly Block[] {
    const order = reversePostorder(this.#graph);
    for (const block of order) this.#blocks.set(block, `b${this.#blocks.size}`);
    for (const block of order) {
      for (const variable of [...block.inputs, ...block.ops.flatMap((op) => op.results)]) {
        if (!this.#values.has(variable)) this.#values.set(variable, `v${this.#values.size}`);
      }
    }
    return order;
  }

  #header(): string {
    const { name, displayName, results, span } = this.#graph;
    const shown = displayName === name ? '' : ` ${JSON.stringify(displayName)}`;
    const types = results.map((type) => this.#type(type)).join(', ');
    const note = comment(this.#options, this.#graph, span);
    return `graph ${JSON.stringify(name)}${shown}${types && ` -> ${types}`}${note}`;
  }

  #lines(block: Block): readonly string[] {
    const inputs = block.inputs.map((input) => this.#definition(input)).join(', ');
    const { ops, exit } = block;
    const span = exit.kind === 'raise' || exit.kind === 'throw' ? exit.span : null;
    return [
      `${this.#block(block)}(${inputs}):${comment(this.#options, block)}`,
      ...ops.map((op) => `  ${this.#op(op)}${comment(this.#options, op, op.span)}`),
      `  ${this.#exit(exit)}${comment(this.#options, exit, span)}`,
    ];
  }

  #op({ name, args, results, attributes }: Op): string {
    const defined = results.map((result) => this.#definition(result)).join(', ');
    const operands = args.map((arg) => this.#value(arg)).join(', ');
    const fields = Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${this.#attribute(value)}`);
    return (
      (defined && `${defined} = `) +
      name +
      (operands && ` ${operands}`) +
      (fields.length > 0 ? ` {${fields.join(', ')}}` : '')
    );
  }

  #attribute(value: NonNullable<Op['attributes'][keyof Op['attributes']]>): string {
    if (typeof value !== 'object') return JSON.stringify(value);
    if (value.kind === 'c-function') return JSON.stringify(value.name);
    if (value.kind === 'object') return objectName(value);
    return `<${this.#types.nameOf(value)}>`;
  }

  #exit(exit: Exit): string {
    switch (exit.kind) {
      case 'goto':
        return `goto ${this.#link(exit.link)}`;
      case 'branch':
        return `branch ${this.#value(exit.condition)}, ${this.#link(exit.whenTrue)}, ${this.#link(exit.whenFalse)}`;
      case 'switch': {
        const cases = exit.cases.map(
          ({ value, link }) => `${this.#value(value)} => ${this.#link(link)}`,
        );
        return `switch ${[this.#value(exit.value), ...cases, `else ${this.#link(exit.otherwise)}`].join(', ')}`;
      }
      case 'return':
        return ['return', exit.values.map((value) => this.#value(value)).join(', ')]
          .join(' ')
          .trimEnd();
      case 'try':
        return `try ${this.#link(exit.normal)} catch ${this.#link(exit.exception)}`;
      case 'raise': {
        const { error, template } = exit.error;
        const args = exit.args.map((arg) => this.#value(arg));
        const raised = `${error}(${[JSON.stringify(template), ...args].join(', ')})`;
        return `raise ${raised}${this.#caught(exit.exception)}`;
      }
      case 'throw':
        return `throw ${this.#value(exit.object)}${this.#caught(exit.exception)}`;
      case 'reraise':
      case 'unreachable':
        return exit.kind;
    }
  }

  #caught(exception: Link | null): string {
    return exception ? ` catch ${this.#link(exception)}` : '';
  }

  #link({ target, args }: Link): string {
    const values = args.map((arg) => this.#value(arg)).join(', ');
    return this.#block(target) + (values && `(${values})`);
  }

  /** Ill-formed graphs are printed too, in internal errors: what is missing shows as `?`. */
  #block(block: Block): string {
    return this.#blocks.get(block) ?? 'b?';
  }

  #value(value: Value): string {
    if (value.kind === 'constant') return constantText(value, this.#types);
    return (this.#values.get(value) ?? 'v?') + nameSuffix(value.name);
  }

  #definition(variable: Variable): string {
    return `${this.#value(variable)}: ${this.#type(variable.type)}`;
  }

  #type(type: RtsType): string {
    return nameOfType(type, this.#types);
  }
}

/** ` ; place note` where asked for. */
function comment({ spans, notes }: PrintOptions, of: object, span: Span | null = null): string {
  const place = span && spans ? ` ${formatPosition(span)}` : '';
  const note = notes?.get(of);
  const text = place + (note === undefined ? '' : ` ${note}`);
  return text && ` ;${text}`;
}

/** Letters as in a JavaScript name, and the dots with which `lower` names parts; anything else in quotes. */
const PLAIN_NAME = /^[\p{ID_Continue}$.]+$/u;

const nameSuffix = (name: string): string =>
  name && `.${PLAIN_NAME.test(name) ? name : JSON.stringify(name)}`;

function constantText({ type, value }: Constant, types: ContainerNames): string {
  const text = literalText(value);
  const speaks = type === BOOLEAN || (type === STRING && typeof value === 'string');
  return speaks ? text : `${text}:${nameOfType(type, types)}`;
}

function literalText(value: ConstantValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function globalText(global: GlobalVariable, types: ContainerNames): string {
  const { id, name, type, mutable, constant } = global;
  const shown = name === id ? '' : ` ${JSON.stringify(name)}`;
  const value =
    constant === null
      ? ''
      : ` = ${constantText({ kind: 'constant', type, value: constant }, types)}`;
  return `global ${JSON.stringify(id)}${shown}: ${nameOfType(type, types)}${mutable ? ' mutable' : ''}${value}`;
}

function unionText(type: UnionType, types: ContainerNames): string {
  return `union ${objectName(type)} { ${type.members.map((one) => nameOfType(one, types)).join(', ')} }`;
}

function objectText(type: ObjectType, types: ContainerNames): string {
  const fields = type.fields.map((field) => {
    const flags = `${field.mutable ? '' : ' readonly'}${field.checked ? ' checked' : ''}`;
    return `${JSON.stringify(field.name)}: ${nameOfType(field.type, types)}${flags}`;
  });
  const base = type.base ? ` extends ${objectName(type.base)}` : '';
  const names = (type.interfaces ?? []).map(objectName).join(', ');
  const implemented = names === '' ? '' : ` implements ${names}`;
  const kind = `${type.abstract ? 'abstract ' : ''}${type.form}`;
  const head = `object ${objectName(type)} ${kind}${base}${implemented}`;
  return head + (fields.length > 0 ? ` { ${fields.join(', ')} }` : '');
}

function classText({ type, methods }: UnitClass): string {
  const rows = [...methods].map(
    ([method, graph]) => `${JSON.stringify(method)} = ${JSON.stringify(graph)}`,
  );
  return `class ${objectName(type)}${rows.length > 0 ? ` { ${rows.join(', ')} }` : ''}`;
}

function exportText(item: UnitExport, types: ContainerNames): string {
  const name = JSON.stringify(item.name);
  switch (item.kind) {
    case 'function': {
      const parameters = item.parameters.map(({ name: parameter, type, optional, inputType }) => {
        const input = inputType === type ? '' : ` as ${nameOfType(inputType, types)}`;
        return `${parameter}${optional ? '?' : ''}: ${nameOfType(type, types)}${input}`;
      });
      const result = nameOfType(item.result, types);
      const called = item.called === undefined ? '' : ` called ${JSON.stringify(item.called)}`;
      return `export function ${name}${called} = ${JSON.stringify(item.graph)}(${parameters.join(', ')}) -> ${result}`;
    }
    case 'global':
      return `export global ${name} = ${JSON.stringify(item.global.id)}`;
    case 'enum': {
      const members = [...item.members].map(
        ([member, value]) => `${member} = ${literalText(value)}`,
      );
      return `export enum ${name} { ${members.join(', ')} }`;
    }
  }
}

// Numbers that cross from graph to graph: parameters and results of graphs whose callers are all known, and fields of objects.
// Which of them are always integers, and the unit in which some of them are held as integers.
import { constant } from '../../graph/constants.ts';
import { variable } from '../../graph/builder.ts';
import { graphsHeldByObjects } from '../../graph/calls.ts';
import type { Block, Graph, Op, Value, Variable } from '../../graph/graph.ts';
import { rewriteGraph, type Emitter, type RewriteRules } from '../../graph/rewrite.ts';
import type { Unit } from '../../graph/unit.ts';
import { predecessors, reversePostorder } from '../../graph/walk.ts';
import { F64, INT_TYPES } from '../../program/types.ts';
import { mapGraphs } from '../pass.ts';
import { fieldKey } from './field-facts.ts';
import { isSafe, type Fact } from './interval.ts';
import type { UnitFacts } from './unit-facts.ts';

const { isize } = INT_TYPES;

/** Names of places: `parameterKey`, `resultKey`, `fieldKey`. */
export type Places = ReadonlySet<string>;

export const parameterKey = (graph: string, index: number): string => `${graph} parameter ${index}`;
export const resultKey = (graph: string, index: number): string => `${graph} result ${index}`;

/** Integers within ±(2^53 - 1), no -0, no NaN: the same numbers as isize. */
const isInteger = (fact: Fact | undefined): boolean =>
  fact !== undefined && isSafe(fact) && !fact.negZero;

/** The places that never hold anything but integers. */
export function integerPlaces(unit: Unit, facts: UnitFacts): Places {
  const found = new Set<string>();
  const open = openGraphs(unit);
  const fields = new Map<string, Fact | undefined>();
  for (const [name, graph] of unit.graphs) {
    if (!open.has(name)) {
      const { parameters, results } = facts.ofGraph(name);
      graph.start.inputs.forEach(({ type }, index) => {
        if (type === F64 && isInteger(parameters?.[index])) found.add(parameterKey(name, index));
      });
      graph.results.forEach((type, index) => {
        if (type === F64 && isInteger(results?.[index])) found.add(resultKey(name, index));
      });
    }
    for (const { ops } of reversePostorder(graph)) {
      for (const op of ops) {
        const key = fieldKey(op);
        const type = (op.results[0] ?? op.args[1])?.type;
        if (key !== null && type === F64) fields.set(key, facts.ofField(key, F64));
      }
    }
  }
  for (const [key, fact] of fields) if (isInteger(fact)) found.add(key);
  return found;
}

/** Graphs with callers that cannot be changed, or where nothing can be put between a call and what follows it. */
function openGraphs(unit: Unit): ReadonlySet<string> {
  const open = new Set(graphsHeldByObjects(unit));
  if (unit.initializer !== null) open.add(unit.initializer);
  for (const item of unit.exports) if (item.kind === 'function') open.add(item.graph);
  for (const [name, graph] of unit.graphs) {
    if (predecessors(graph).get(graph.start)?.length !== 0) open.add(name);
    for (const { ops, exit } of reversePostorder(graph)) {
      const callee = ops.at(-1)?.attributes.callee;
      if (exit.kind === 'try' && callee !== undefined) open.add(callee);
    }
  }
  return open;
}

/** A graph has one of the places, or gets to one. */
export function hasPlace(graph: Graph, places: Places): boolean {
  const { name, start, results } = graph;
  if (start.inputs.some((_, index) => places.has(parameterKey(name, index)))) return true;
  if (results.some((_, index) => places.has(resultKey(name, index)))) return true;
  return reversePostorder(graph).some(({ ops }) => ops.some((op) => isAtPlace(op, places)));
}

function isAtPlace(op: Op, places: Places): boolean {
  const { callee } = op.attributes;
  const field = fieldKey(op);
  if (field !== null) return places.has(field);
  if (op.name !== 'direct_call' || callee === undefined) return false;
  return (
    op.args.some((_, index) => places.has(parameterKey(callee, index))) ||
    op.results.some((_, index) => places.has(resultKey(callee, index)))
  );
}

/** The unit with these places held as isize, with conversions around them. */
export const withIntegers = (unit: Unit, places: Places): Unit =>
  mapGraphs(unit, (graph) => convertGraph(graph, places));

function convertGraph(graph: Graph, places: Places): Graph {
  const parameters = graph.start.inputs.map((input, index) =>
    places.has(parameterKey(graph.name, index)) ? variable(isize, input.name) : input,
  );
  const rewritten = rewriteGraph(
    withParameters(graph, parameters),
    new Conversions(graph, places).rules,
  );
  const results = graph.results.map((type, index) =>
    places.has(resultKey(graph.name, index)) ? isize : type,
  );
  return results.includes(isize) && rewritten !== graph ? { ...rewritten, results } : rewritten;
}

/** The old parameters are made from the new ones where the graph begins. */
function withParameters(graph: Graph, parameters: readonly Variable[]): Graph {
  const { start } = graph;
  if (parameters.every((parameter, index) => parameter === start.inputs[index])) return graph;
  const ops = start.inputs.flatMap((input, index): readonly Op[] => {
    const parameter = parameters[index] ?? input;
    if (parameter === input) return [];
    return [
      { name: 'int_to_float', args: [parameter], results: [input], attributes: {}, span: null },
    ];
  });
  const begin: Block = { inputs: parameters, ops: [...ops, ...start.ops], exit: start.exit };
  return { ...graph, start: begin };
}

class Conversions {
  readonly #graph: Graph;
  readonly #places: Places;

  constructor(graph: Graph, places: Places) {
    this.#graph = graph;
    this.#places = places;
  }

  readonly rules: RewriteRules = {
    op: (op, emit) => this.#convert(op, emit),
    exit: (exit, emit) => {
      if (exit.kind !== 'return') return exit;
      const values = this.#integers(
        exit.values,
        (index) => resultKey(this.#graph.name, index),
        emit,
      );
      return values === exit.values ? exit : { ...exit, values };
    },
  };

  #convert(op: Op, emit: Emitter): readonly Value[] | null {
    const key = fieldKey(op);
    if (key !== null) return this.#places.has(key) ? accessAsInteger(op, emit) : null;
    const { callee } = op.attributes;
    if (op.name !== 'direct_call' || callee === undefined) return null;
    const args = this.#integers(op.args, (index) => parameterKey(callee, index), emit);
    const isConverted = op.results.map((_, index) => this.#places.has(resultKey(callee, index)));
    if (args === op.args && !isConverted.includes(true)) return null;
    const types = op.results.map(({ type }, index) => (isConverted[index] ? isize : type));
    const results = emit.op('direct_call', args, { types, attributes: op.attributes });
    return results.map((result, index) => (isConverted[index] ? toFloat(result, emit) : result));
  }

  #integers(
    values: readonly Value[],
    key: (index: number) => string,
    emit: Emitter,
  ): readonly Value[] {
    if (!values.some((_, index) => this.#places.has(key(index)))) return values;
    return values.map((value, index) =>
      this.#places.has(key(index)) ? toInteger(value, emit) : value,
    );
  }
}

function accessAsInteger({ name, args, results, attributes }: Op, emit: Emitter): readonly Value[] {
  const [object, value] = args;
  if (!object) return results;
  if (name === 'field_load') {
    return [toFloat(emit.value('field_load', [object], { types: [isize], attributes }), emit)];
  }
  if (value) emit.op('field_store', [object, toInteger(value, emit)], { attributes });
  return [];
}

const toFloat = (value: Value, emit: Emitter): Value =>
  emit.value('int_to_float', [value], { types: [F64] });

const toInteger = (value: Value, emit: Emitter): Value =>
  value.kind === 'constant'
    ? constant(isize, BigInt(Number(value.value)))
    : emit.value('float_to_int_exact', [value], { types: [isize] });

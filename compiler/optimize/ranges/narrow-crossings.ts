// Parameters, results and fields that always are integers are held as integers, so that a number stays one on its way from
// graph to graph.
//
// Before:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     v1: f64 = int_to_float v0
//     v2: f64 = direct_call v1 {callee: "next"}
//     v3: i32 = float_to_int v2
//     return v3
//   graph "next" -> f64
//   b0(v0: f64):
//     v1: f64 = float_add v0, 1:f64
//     return v1
// After:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     v1: f64 = int_to_float v0
//     v2: isize = float_to_int_exact v1
//     v3: isize = direct_call v2 {callee: "next"}
//     v4: f64 = int_to_float v3
//     v5: i32 = float_to_int v4
//     return v5
//   graph "next" -> isize
//   b0(v0: isize):
//     v1: f64 = int_to_float v0
//     v2: f64 = float_add v1, 1:f64
//     v3: isize = float_to_int_exact v2
//     return v3
//
// `narrow-numbers` takes the conversions away: it is run here to see at which places they would stay, and those stay f64.
// What is known of places: `unit-facts.ts`.
import type { Value, Variable } from '../../graph/graph.ts';
import type { Unit } from '../../graph/unit.ts';
import type { Pass } from '../pass.ts';
import { weightOf } from './choose.ts';
import {
  hasPlace,
  integerPlaces,
  parameterKey,
  resultKey,
  withIntegers,
  type Places,
} from './crossing-numbers.ts';
import { fieldKey } from './field-facts.ts';
import { narrowGraph } from './narrow-numbers.ts';
import { definingOp, structureOf, type Structure } from './structure.ts';
import { factsOf } from './unit-facts.ts';

export const narrowCrossings: Pass = { name: 'narrow-crossings', run };

function run(unit: Unit): Unit {
  const candidates = integerPlaces(unit, factsOf(unit));
  if (candidates.size === 0) return unit;
  const all = withIntegers(unit, candidates);
  const worthwhile = placesWorthwhile(all, candidates);
  if (worthwhile.size === candidates.size) return all;
  return worthwhile.size === 0 ? unit : withIntegers(unit, worthwhile);
}

/** Those where at most half of the accesses still convert when all that can be integers are. */
function placesWorthwhile(unit: Unit, candidates: Places): Places {
  const facts = factsOf(unit);
  const tally = new Tally(candidates);
  for (const graph of unit.graphs.values()) {
    if (!hasPlace(graph, candidates)) continue;
    const narrowed = narrowGraph(facts.analysisOf(graph));
    tally.count(structureOf(narrowed));
  }
  return tally.worthwhile();
}

class Tally {
  readonly #candidates: Places;
  readonly #accesses = new Map<string, number>();
  readonly #conversions = new Map<string, number>();

  constructor(candidates: Places) {
    this.#candidates = candidates;
  }

  count(structure: Structure): void {
    const { graph, order } = structure;
    const usedAsFloat = this.#usedAsFloat(structure);
    const defined = (key: string, value: Variable | undefined, weight: number): void => {
      const uses = (value && usedAsFloat.get(value)) ?? 0;
      this.#add(key, weight, Math.min(weight, uses));
    };
    const used = (key: string, value: Value | undefined, weight: number): void => {
      this.#add(key, weight, value && isConverted(value, structure) ? weight : 0);
    };
    graph.start.inputs.forEach((input, index) =>
      defined(parameterKey(graph.name, index), input, 1),
    );
    for (const block of order) {
      const weight = weightOf({ structure }, block);
      for (const op of block.ops) {
        const key = fieldKey(op);
        if (key !== null && op.name === 'field_load') defined(key, op.results[0], weight);
        else if (key !== null) used(key, op.args[1], weight);
        const { callee } = op.attributes;
        if (op.name !== 'direct_call' || callee === undefined) continue;
        op.args.forEach((arg, index) => used(parameterKey(callee, index), arg, weight));
        op.results.forEach((value, index) => defined(resultKey(callee, index), value, weight));
      }
      const { exit } = block;
      if (exit.kind !== 'return') continue;
      exit.values.forEach((value, index) => used(resultKey(graph.name, index), value, weight));
    }
  }

  /** How often an integer is made a float. */
  #usedAsFloat(structure: Structure): ReadonlyMap<Variable, number> {
    const found = new Map<Variable, number>();
    for (const block of structure.order) {
      for (const { name, args } of block.ops) {
        const [arg] = args;
        if (name !== 'int_to_float' || arg?.kind !== 'variable') continue;
        found.set(arg, (found.get(arg) ?? 0) + weightOf({ structure }, block));
      }
    }
    return found;
  }

  #add(key: string, accesses: number, conversions: number): void {
    if (!this.#candidates.has(key)) return;
    this.#accesses.set(key, (this.#accesses.get(key) ?? 0) + accesses);
    this.#conversions.set(key, (this.#conversions.get(key) ?? 0) + conversions);
  }

  worthwhile(): Places {
    const half = (key: string): number => (this.#accesses.get(key) ?? 0) / 2;
    return new Set(
      [...this.#candidates].filter((key) => (this.#conversions.get(key) ?? 0) <= half(key)),
    );
  }
}

/** It comes from a float. */
function isConverted(value: Value, structure: Structure): boolean {
  const op = definingOp(structure, value);
  const [arg] = op?.args ?? [];
  if (op?.name === 'int_cast' && arg) return isConverted(arg, structure);
  return op?.name === 'float_to_int_exact';
}

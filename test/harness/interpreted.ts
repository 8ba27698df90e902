// A unit in the graph interpreter → the results of a program's expressions.
import { runInThisContext } from 'node:vm';
import { createInterpreter, type Interpreter } from '../../compiler/graph/interpret.ts';
import { PLACES_TEXT } from '../../compiler/builtins/glue/places.ts';
import { glueText } from '../../compiler/builtins/glue/glue.ts';
import type { Unit, UnitExport } from '../../compiler/graph/unit.ts';
import { hasCrossings, HOST_EXPORTS, LIVE_EXPORTS } from '../../compiler/program/crossing.ts';
import { evaluateAll } from './evaluate.ts';

/** Less than compiled code has, more than any program here needs: the interpreter is slow. */
const LIMITS = { steps: 5_000_000, depth: 5_000 };

export async function interpretAll(
  unit: Unit,
  expressions: readonly string[],
): Promise<readonly string[]> {
  const interpreter = createInterpreter(unit, LIMITS);
  const exports: Record<string, unknown> = {};
  for (const item of unit.exports) exports[item.name] = exported(item, interpreter);
  if (!hasCrossings(unit.crossings)) return evaluateAll(exports, expressions);
  // What scripts that modules carry evaluate to.
  const glue = runInThisContext(glueText(unit.crossings)) as (native: object) => object;
  const places = runInThisContext(PLACES_TEXT) as object;
  const host = {
    [HOST_EXPORTS.host]: interpreter.give.bind(interpreter),
    [LIVE_EXPORTS.links]: interpreter.giveLinks.bind(interpreter),
  };
  return evaluateAll({ ...exports, ...glue({ ...exports, ...places, ...host }) }, expressions);
}

function exported(item: UnitExport, interpreter: Interpreter): unknown {
  const { kind, name } = item;
  if (kind !== 'function') return interpreter.get(name);
  const call = (...args: readonly unknown[]): unknown => interpreter.call(name, args);
  const optional = item.parameters.findIndex((parameter) => parameter.optional);
  const length = optional < 0 ? item.parameters.length : optional;
  return Object.defineProperties(call, { name: { value: name }, length: { value: length } });
}

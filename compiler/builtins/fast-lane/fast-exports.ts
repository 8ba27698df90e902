// A unit's exports → those that get a fast lane, by their types and by what they call.
import { isInputUsed } from '../../graph/input-use.ts';
import { LeafGraphs } from '../../graph/leaf-graphs.ts';
import { representation } from '../../graph/representation.ts';
import type { Unit, UnitExport } from '../../graph/unit.ts';
import { fastParameter, fastResult, type FastValue } from './fast-values.ts';

export type FunctionExport = Extract<UnitExport, { kind: 'function' }>;

export interface FastExport {
  readonly item: FunctionExport;
  readonly parameters: readonly FastValue[];
  readonly result: FastValue;
  /** V8 passes or gives bigints. */
  readonly hasBigInts: boolean;
  /** A parameter is a typed array: the call is refused where that is not as expected. */
  readonly hasViews: boolean;
  readonly mayCollect: boolean;
}

/** More have not been tried: V8 passes those that registers do not hold on the stack. */
const MOST_PARAMETERS = 12;

export function fastExports(unit: Unit): readonly FastExport[] {
  const leaves = new LeafGraphs(unit);
  return unit.exports.flatMap((item) =>
    item.kind === 'function' ? (fastExport(item, unit, leaves) ?? []) : [],
  );
}

function fastExport(item: FunctionExport, unit: Unit, leaves: LeafGraphs): FastExport | null {
  const parameters = item.parameters.flatMap(({ type, optional }) =>
    optional ? [] : (fastParameter(type) ?? []),
  );
  const result = fastResult(item.result);
  if (!result || parameters.length < item.parameters.length) return null;
  if (parameters.length > MOST_PARAMETERS) return null;
  const leaf = leaves.find(item.graph);
  if (!leaf || usesBuffers(item, unit)) return null;
  const passes = (kinds: RegExp): boolean =>
    [...parameters, result].some(({ passed }) => kinds.test(passed));
  const [hasBigInts, hasViews] = [passes(/^[iu]64$/), passes(/^value$/)];
  return { item, parameters, result, hasBigInts, hasViews, mayCollect: leaf.mayCollect };
}

/** It does something with the ArrayBuffer of a parameter: there is none without Node-API. */
function usesBuffers({ graph, parameters }: FunctionExport, unit: Unit): boolean {
  let next = 0;
  return parameters.some(({ type, inputType }) => {
    next += representation(inputType).length;
    return type.kind === 'typedarray' && isInputUsed(unit, graph, next - 1);
  });
}

// A unit's exports → those that get a fast lane, by their types and by what they call.
import { LeafGraphs } from '../../graph/leaf-graphs.ts';
import type { Unit, UnitExport } from '../../graph/unit.ts';
import { fastParameter, fastResult, type FastValue } from './fast-values.ts';

export type FunctionExport = Extract<UnitExport, { kind: 'function' }>;

export interface FastExport {
  readonly item: FunctionExport;
  readonly parameters: readonly FastValue[];
  readonly result: FastValue;
  /** V8 passes or gives bigints. */
  readonly hasBigInts: boolean;
  readonly mayCollect: boolean;
}

/** More have not been tried: V8 passes those that registers do not hold on the stack. */
const MOST_PARAMETERS = 12;

export function fastExports(unit: Unit): readonly FastExport[] {
  const leaves = new LeafGraphs(unit);
  return unit.exports.flatMap((item) =>
    item.kind === 'function' ? (fastExport(item, leaves) ?? []) : [],
  );
}

function fastExport(item: FunctionExport, leaves: LeafGraphs): FastExport | null {
  const parameters = item.parameters.flatMap(({ type, optional }) =>
    optional ? [] : (fastParameter(type) ?? []),
  );
  const result = fastResult(item.result);
  if (!result || parameters.length < item.parameters.length) return null;
  if (parameters.length > MOST_PARAMETERS) return null;
  const leaf = leaves.find(item.graph);
  if (!leaf) return null;
  const hasBigInts = [...parameters, result].some(({ passed }) => /^[iu]64$/.test(passed));
  return { item, parameters, result, hasBigInts, mayCollect: leaf.mayCollect };
}

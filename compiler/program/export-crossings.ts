// What of a module's exports JavaScript's glue makes, and the functions that it uses for all of them: of both executions.
import { constantExport, type ModuleCrossings } from './crossing.ts';
import type { CheckedFunction, ModuleExport } from './nodes.ts';
import type { PackedFunctions } from './packed-export.ts';

export const crossingsOf = (exports: readonly ModuleExport[]): ModuleCrossings => ({
  functions: new Map(
    exports.flatMap((item) =>
      item.kind === 'function' && item.packed ? [[item.name, item.packed.crossing]] : [],
    ),
  ),
  constants: new Map(
    exports.flatMap((item) =>
      item.kind === 'global' && item.packed ? [[item.name, item.packed.crossing]] : [],
    ),
  ),
  classes: exports
    .flatMap((item) => (item.kind === 'class' ? [item.crossing] : []))
    .toSorted((a, b) => a.position - b.position),
  functionTypes: exports.flatMap((item) => (item.kind === 'function-type' ? [item.crossing] : [])),
  operations:
    exports.flatMap((item) => (item.kind === 'operations' ? [item.crossings] : []))[0] ?? null,
});

/** By the names of the native exports that take or give words. */
export const packedFunctionsOf = (
  exports: readonly ModuleExport[],
): ReadonlyMap<string, PackedFunctions> =>
  new Map(
    exports.flatMap((item) => {
      if (item.kind === 'class' || item.kind === 'function-type') return [...item.functions];
      if (item.kind === 'global' && item.packed)
        return [[constantExport(item.name), item.packed.functions] as const];
      return item.kind === 'function' && item.packed
        ? [[item.name, item.packed.functions] as const]
        : [];
    }),
  );

/** By name: what is not of one export. */
export const sharedFunctions = (
  exports: readonly ModuleExport[],
): ReadonlyMap<string, CheckedFunction> =>
  new Map([
    ...[...packedFunctionsOf(exports).values()].flatMap(({ shared }) => [...shared]),
    ...exports.flatMap((item) => (item.kind === 'operations' ? [...item.shared] : [])),
  ]);

/** What is asked of errors that leave; null where JavaScript can have nothing for them. */
export function leavingFunction(exports: readonly ModuleExport[]): CheckedFunction | null {
  for (const { leaving } of exports) if (leaving) return leaving;
  return null;
}

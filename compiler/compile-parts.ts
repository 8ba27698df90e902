// The pipeline of a program that is compiled module by module: each module to an object of its own, then all to one addon. A change in a
// body changes one object; which modules a change in a declaration concerns says `check/interface-text.ts`.
import type ts from 'typescript';
import type { CalledMethods } from './check/boundary/direct-calls.ts';
import { checkPart, type OpenProgram } from './check/check-part.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { flow } from './flow/flow.ts';
import type { Unit } from './graph/unit.ts';
import { reversePostorder } from './graph/walk.ts';
import type { Host } from './host.ts';
import { declarations } from './link/declarations.ts';
import type { LinkResult } from './link/link.ts';
import { linkParts } from './link/link-parts.ts';
import { loader } from './link/loader.ts';
import { partObjects } from './link/part-object.ts';
import { coreLibrary } from './llvm/core.ts';
import { emitModule, emitProgram } from './llvm/module.ts';
import type { PartFacts } from './llvm/parts/facts.ts';
import { lower } from './lower/lower.ts';
import type { BuildOptions } from './options.ts';
import type { ExternalCompilationInfo } from '../runtime/lltype/types.ts';

/** What a module has become. */
export interface CompiledPart {
  readonly object: Uint8Array;
  /** Of the C that it brings. */
  readonly cObjects: readonly Uint8Array[];
  readonly facts: PartFacts;
  /** Methods that it calls. */
  readonly called: CalledMethods;
  readonly compilationInfos: readonly ExternalCompilationInfo[];
  /** Of the entry: what goes beside the addon. */
  readonly entry: EntryTexts | null;
}

export interface EntryTexts {
  readonly name: string;
  readonly declarations: string;
  readonly loaders: { readonly module: string; readonly commonjs: string };
}

export interface PartCompilation {
  /** null after an error, and where only a build of the whole program will do. */
  readonly part: CompiledPart | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What the module does for which all have to be compiled together; null for most. */
  readonly needsWhole: string | null;
  /** Milliseconds of each stage. */
  readonly timings: ReadonlyMap<string, number>;
}

/** `file` is a module of the program. `calledElsewhere`: what all other modules call, of the entry. */
export function compilePart(
  open: OpenProgram,
  file: ts.SourceFile,
  options: BuildOptions,
  calledElsewhere?: CalledMethods,
): PartCompilation {
  const { host } = open;
  const timings = new Map<string, number>();
  const timed = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    timings.set(stage, performance.now() - start);
    return result;
  };
  const { program, diagnostics, needsWhole, called } = timed('check', () => checkPart(open, file, calledElsewhere));
  const none = { part: null, diagnostics, timings };
  if (!program || needsWhole !== null) return { ...none, needsWhole };
  const isEntry = file === open.entry;
  const high = timed('flow', () => flow(program, { isEntry }));
  const reason = isEntry ? null : usesHost(high);
  if (reason !== null) return { ...none, needsWhole: reason };
  const low = timed('lower', () => lower(high));
  const emitted = timed('llvm', () => emitModule(low, options, host));
  const { object, cObjects, ...made } = timed('objects', () => partObjects(emitted, options, host));
  const all = [...diagnostics, ...made.diagnostics];
  if (!object || !emitted.facts) return { ...none, diagnostics: all, needsWhole: null };
  const { facts, compilationInfos } = emitted;
  const entry = isEntry ? entryTexts(low) : null;
  const part = { object, cObjects, facts, called, compilationInfos, entry };
  return { part, diagnostics: all, needsWhole: null, timings };
}

const entryTexts = (unit: Unit): EntryTexts => ({
  name: unit.name,
  declarations: declarations(unit),
  loaders: { module: loader(unit, 'module'), commonjs: loader(unit, 'commonjs') },
});

/** What the registration of the addon has to know of all modules. */
function usesHost({ graphs, cFunctions }: Unit): string | null {
  if (cFunctions.some(({ releasegil }) => releasegil))
    return 'it calls C that runs beside JavaScript, outside of the entry module';
  const ops = [...graphs.values()].flatMap((graph) =>
    reversePostorder(graph).flatMap((block) => block.ops),
  );
  return ops.some(({ name }) => name === 'callback_new')
    ? 'it makes callbacks for C outside of the entry module'
    : null;
}

/** `parts` in evaluation order, the entry last. `program`: from `compileProgram`. */
export function linkProgram(
  parts: readonly CompiledPart[],
  program: Uint8Array,
  host: Host,
): LinkResult {
  return linkParts(
    {
      name: parts.at(-1)?.entry?.name ?? 'module',
      objects: [...parts.map(({ object }) => object), program],
      cObjects: parts.flatMap(({ cObjects }) => cObjects),
      libraries: [coreLibrary(host)],
      compilationInfos: parts.flatMap(({ compilationInfos }) => compilationInfos),
    },
    host,
  );
}

/** The object that holds all parts together. */
export function compileProgram(
  facts: readonly PartFacts[],
  options: BuildOptions,
  host: Host,
): { readonly object: Uint8Array | null; readonly diagnostics: readonly Diagnostic[] } {
  const input = emitProgram(facts, host);
  const { object, diagnostics } = partObjects(input, options, host);
  return { object, diagnostics };
}

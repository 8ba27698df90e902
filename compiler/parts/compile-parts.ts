// The pipeline of a program that is compiled module by module: each module to an object of its own, then all to one addon. A change in a
// body changes one object; which modules a change in a declaration concerns says `check/interface/`.
import type { CalledMethods } from '../check/boundary/direct-calls.ts';
import { checkPart, type OpenProgram, type ProgramFile } from '../check/check-part.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { flow } from '../flow/flow.ts';
import type { Unit } from '../graph/unit.ts';
import { InternalError } from '../graph/internal-error.ts';
import { reversePostorder } from '../graph/walk.ts';
import type { Host } from '../host.ts';
import { declarations } from '../link/declarations.ts';
import type { LinkResult } from '../link/link.ts';
import { linkParts } from '../link/link-parts.ts';
import { loader } from '../link/loader.ts';
import type { ObjectFolder } from '../link/object-folder.ts';
import { partObjects } from '../link/part-object.ts';
import { coreLibrary } from '../llvm/core.ts';
import { emitModule, emitProgram, type EmittedModule } from '../llvm/module.ts';
import type { PartFacts } from '../llvm/parts/facts.ts';
import { lower } from '../lower/lower.ts';
import type { BuildOptions } from '../options.ts';
import { StageTimes } from '../stage-times.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';

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
  readonly emitted: EmittedPart | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What the module does for which all have to be compiled together; null for most. */
  readonly needsWhole: string | null;
  /** Milliseconds of each stage. */
  readonly timings: ReadonlyMap<string, number>;
}

/** Ready for LLVM's tools. */
export type EmittedPart = Omit<CompiledPart, 'object' | 'cObjects'> & {
  readonly module: EmittedModule;
};

/** `file` is a module of the program. `calledElsewhere`: what all other modules call, of the entry. */
export function compilePart(
  open: OpenProgram,
  file: ProgramFile,
  options: BuildOptions,
  calledElsewhere?: CalledMethods,
): PartCompilation {
  const { times: timings, run: timed } = new StageTimes();
  const checked = timed('check', () => checkPart(open, file, calledElsewhere));
  const { program, diagnostics, needsWhole, called } = checked;
  const none = { emitted: null, diagnostics, timings };
  if (!program || needsWhole !== null) return { ...none, needsWhole };
  const isEntry = file === open.entry;
  const high = timed('flow', () => flow(program, options, { isEntry }));
  const reason = isEntry ? null : usesHost(high);
  if (reason !== null) return { ...none, needsWhole: reason };
  const low = timed('lower', () => lower(high));
  const module = timed('llvm', () => emitModule(low, options, open.host));
  const { facts, compilationInfos } = module;
  if (!facts) throw new InternalError('a part without facts');
  const entry = isEntry ? entryTexts(low) : null;
  const emitted = { module, facts, called, compilationInfos, entry };
  return { emitted, diagnostics, needsWhole: null, timings };
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

/** `part` is null after an error. */
export async function finishPart(
  { module, ...emitted }: EmittedPart,
  options: BuildOptions,
  host: Host,
): Promise<{ readonly part: CompiledPart | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { object, cObjects, diagnostics } = await partObjects(module, options, host);
  return { part: object && { ...emitted, object, cObjects }, diagnostics };
}

/** The object that holds all parts together; null after an error. */
export async function compileProgram(
  facts: readonly PartFacts[],
  options: BuildOptions,
  host: Host,
): Promise<{ readonly object: Uint8Array | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { object, diagnostics } = await partObjects(
    emitProgram(facts, options, host),
    options,
    host,
  );
  return { object, diagnostics };
}

export interface ProgramLink {
  readonly options: BuildOptions;
  /** The path of the runtime core of the target; null: this machine's. */
  readonly core: string | null;
  readonly host: Host;
}

/** `parts` in evaluation order, the entry last. `program`: from `compileProgram`. */
export function linkProgram(
  parts: readonly CompiledPart[],
  program: Uint8Array,
  folder: ObjectFolder,
  { options, core, host }: ProgramLink,
): Promise<LinkResult> {
  return linkParts(
    {
      name: parts.at(-1)?.entry?.name ?? 'module',
      objects: [program, ...parts.map(({ object }) => object)],
      cObjects: parts.flatMap(({ cObjects }) => cObjects),
      libraries: [core ?? coreLibrary(host)],
      compilationInfos: parts.flatMap(({ compilationInfos }) => compilationInfos),
    },
    folder,
    options,
    host,
  );
}

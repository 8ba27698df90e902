// A target → the C compiler for it, and the arguments that all of its runs begin with: this machine's own compiler, or clang, which
// knows every machine, with the headers and libraries of the target's system.
import type { Host } from '../host.ts';
import { RELEASE } from '../options.ts';
import { TARGETS, type Target, type TargetName } from '../target/targets.ts';
import { thisMachine } from '../target/this-machine.ts';
import type { ToolName } from './find-tool.ts';

export interface CPlatform {
  readonly host: Host;
  readonly target: TargetName;
}

/** What this machine's own programs are compiled for. */
export const machinePlatform = (host: Host): CPlatform => ({ host, target: RELEASE.target });

/** Programs of the target do not run here. */
export const isCross = (target: TargetName): boolean => target !== thisMachine();

export const cTool = (target: TargetName): ToolName => (isCross(target) ? 'crossCc' : 'cc');

/** `MIXMOD_SYSROOT`: a folder that has the whole system of the target. */
const sysroot = (): string | undefined => process.env['MIXMOD_SYSROOT'] || undefined;

/** Where the system's headers are, and which they are. */
export function cTargetArguments(name: TargetName): readonly string[] {
  if (!isCross(name)) return [];
  const { triple, crossFiles, cArguments } = TARGETS[name];
  const root = sysroot();
  const files =
    root === undefined ? ['-nostdlibinc', '-isystem', crossFiles.include] : [`--sysroot=${root}`];
  return [`--target=${triple}`, ...cArguments, ...files];
}

/** Folders of the system's libraries, for the linker. */
export function systemLibraries(target: Target): readonly string[] {
  const root = sysroot();
  const { lib } = target.crossFiles;
  if (root === undefined) return [lib];
  const machine = target.triple.replace(/-(pc|unknown)-/, '-');
  return [`${root}/usr/lib/${machine}`, `${root}/lib/${machine}`, `${root}/usr/lib`, `${root}/lib`];
}

/** What is missing to compile C for the target beside a compiler, as `E.toolMissing` says it; null where all is there. */
export function cProblem(
  name: TargetName,
  host: Host,
): { readonly tool: string; readonly install: string } | null {
  const { include, install } = TARGETS[name].crossFiles;
  if (!isCross(name) || sysroot() !== undefined || host.exists(`${include}/stdio.h`)) return null;
  return { tool: `the C library of ${name} (its headers)`, install };
}

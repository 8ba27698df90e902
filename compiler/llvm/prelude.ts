// runtime/prelude/*.ll and the C functions of a unit → the text of the LLVM module that the unit's functions are added to.
import { join } from 'node:path';
import { charactersText } from './characters.ts';
import { packageFile, packageRoot } from '../package-root.ts';
import type { Target } from '../target/targets.ts';

const FILES = [
  'environment',
  'memory',
  'numbers',
  'errors',
  'strings',
  'arguments',
  'results',
  'module',
  'host',
  'places',
  'heap',
  'objects',
  'arrays',
  'buffers',
  'errno',
  'throwing',
  'relay',
  'callbacks',
  'fast-views',
  'fast',
  'jobs',
];

/** Of units with `offthread` functions. */
const OFFTHREAD_FILES = ['offthread', 'offthread-calls', 'offthread-results'];

const FOLDER = join(packageRoot, 'runtime/prelude');

const texts = (names: readonly string[]): readonly string[] =>
  names.map((name) => packageFile(join(FOLDER, `${name}.ll`)));

const preludes = new Map<string, string>();

/** The first lines say the target; `machine-x64.ll` and `libc-musl.ll` and their like are what differs. Read once in a process. */
export function preludeText({ triple, dataLayout, architecture, libc }: Target): string {
  const known = preludes.get(triple);
  if (known !== undefined) return known;
  const head = `target datalayout = "${dataLayout}"\ntarget triple = "${triple}"\n`;
  const files = [...FILES, `machine-${architecture}`, `libc-${libc}`];
  const text = [head, ...texts(files), charactersText()].join('\n');
  preludes.set(triple, text);
  return text;
}

export const offthreadPreludeText = (): string => texts(OFFTHREAD_FILES).join('\n');

/** For the runtime core, whose raw memory is that of objects of all kinds: its accesses have no alias class. */
export const corePreludeText = (target: Target): string =>
  preludeText(target).replaceAll(', !tbaa !2\n', '\n');

// runtime/prelude/*.ll and the C functions of a unit → the text of the LLVM module that the unit's functions are added to.
import { join } from 'node:path';
import { charactersText } from './characters.ts';
import { packageFile, packageRoot } from '../package-root.ts';

/** The layout stands in the first one. */
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
const OFFTHREAD_FILES = ['offthread', 'offthread-calls', 'offthread-news', 'offthread-results'];

const FOLDER = join(packageRoot, 'runtime/prelude');

const texts = (names: readonly string[]): readonly string[] =>
  names.map((name) => packageFile(join(FOLDER, `${name}.ll`)));

export const preludeText = (): string => [...texts(FILES), charactersText()].join('\n');

export const offthreadPreludeText = (): string => texts(OFFTHREAD_FILES).join('\n');

/** For the runtime core, whose raw memory is that of objects of all kinds: its accesses have no alias class. */
export const corePreludeText = (): string => preludeText().replaceAll(', !tbaa !2\n', '\n');

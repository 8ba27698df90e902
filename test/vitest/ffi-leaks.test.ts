// What users of `_ffi` and ctypes leave behind: tests fail that do, and the end of an untranslated process says so.
import { afterAll, expect, test } from 'vitest';
import { Project } from './project.ts';

const FILES = {
  'src/uses.js': `import { CallbackPtr, get_libc, types } from 'mixmod/modules/_ffi';
import * as ctypes from 'mixmod/modules/ctypes';
const { sint, void_p, ulong, char_p } = types;
const libc = get_libc();
const malloc = libc.getfunc('malloc', [ulong], void_p);
const realloc = libc.getfunc('realloc', [void_p, ulong], void_p);
const free = libc.getfunc('free', [void_p], types.void);
const strdup = libc.getfunc('strdup', [char_p], char_p);
export function compare(a, b) { return a - b; }
export const makeCallback = () => new CallbackPtr(compare, [sint, sint], sint);
export const makeMemory = (size) => malloc(size);
export const giveBack = (address) => free(address);
export const grow = (address, size) => realloc(address, size);
export const copyText = (text) => strdup(text);
const own = new ctypes.CDLL(null);
own.malloc.argtypes = [ctypes.c_size_t];
own.malloc.restype = ctypes.c_void_p;
own.free.argtypes = [ctypes.c_void_p];
own.free.restype = null;
export const makeByCtypes = (size) => own.malloc(size);
export const giveBackByCtypes = (address) => own.free(address);
const TYPE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int);
export const makeCtypesCallback = () => TYPE((x) => x);
`,
  'uses.test.js': `import { allowLeaks } from 'mixmod/vitest';
import { expect, test } from 'vitest';
import * as u from './src/uses.js';
u.makeMemory(1); // Before the tests.
test('frees all', () => {
  const callback = u.makeCallback();
  expect(callback.getaddr()).toBeGreaterThan(0);
  callback.free();
  u.giveBack(u.grow(u.makeMemory(10), 20));
  u.giveBackByCtypes(u.makeByCtypes(30));
  expect(u.makeCtypesCallback()(5)).toBe(5);
});
test('keeps a callback', () => void u.makeCallback());
test('keeps memory', () => void u.grow(u.makeMemory(10), 40));
test('keeps memory of ctypes', () => void u.makeByCtypes(50));
test('loses a text', () => expect(u.copyText('x')).toBe('x'));
test('may keep one', () => { allowLeaks(); u.makeCallback(); });
test('frees NULL', () => void u.giveBack(null));
`,
  'ends.js': `import * as u from './src/uses.js';
u.giveBack(u.makeMemory(10));
u.makeCallback();
u.makeMemory(70);
`,
};

const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

function projectWith(plugin: string): Project {
  const project = new Project(plugin, FILES);
  projects.push(project);
  return project;
}

test('tests fail that leave callbacks or memory of malloc behind', () => {
  const text = projectWith('mixmod()').run();
  const failed = [...text.matchAll(/^ +× (.*?) \d+ms$/gm)].map(([, name]) => name);
  expect(failed).toEqual([
    'keeps a callback',
    'keeps memory',
    'keeps memory of ctypes',
    'loses a text',
  ]);
  for (const line of [
    'callback compare, allocated at \\S*/src/uses\\.js:10:\\d+',
    'realloc of 40 bytes, allocated at \\S*/src/uses\\.js:13:\\d+',
    'malloc of 50 bytes, allocated at \\S*/src/uses\\.js:20:\\d+',
    'strdup, allocated at \\S*/src/uses\\.js:14:\\d+',
  ])
    expect(text).toMatch(new RegExp(`MemoryLeak: 1 allocation was never freed:\\n {2}${line}\\n`));
});

test('nothing is said where nobody looks', () => {
  expect(projectWith("mixmod({ leaks: 'ignore' })").run()).not.toContain('never freed');
  expect(projectWith('mixmod()').node('ends.js')).toBe('');
});

test('the end of an untranslated process', () => {
  expect(
    projectWith('mixmod()').node('--import', 'mixmod/register/untranslated', 'ends.js'),
  ).toMatch(
    /^mixmod: 2 allocations were never freed:\n {2}callback compare, allocated at \S*\/src\/uses\.js:10:\d+\n {2}malloc of 70 bytes, allocated at \S*\/src\/uses\.js:11:\d+\n$/,
  );
});

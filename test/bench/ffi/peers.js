// The compiled library → its functions as `_ffi`, koffi and an addon written by hand give them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CallbackPtr,
  CDLL,
  Field,
  load,
  Structure,
  types,
} from '../../../dist/modules/_ffi/index.js';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** The paths of the library and of the addon. */
function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'ffi-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const headers = join(here, '../../../node_modules/node-api-headers/include');
  return ['library.so', 'addon.node'].map((name) => {
    const out = join(folder, name);
    const source = join(here, `${name.split('.')[0]}.c`);
    const args = ['-O2', '-shared', '-fPIC', '-I', headers, '-o', out, source];
    const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return out;
  });
}

const [library, addon] = compile();

export const INTS = Int32Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_007);

function ofFfi() {
  const { sint, double, void_p, char_p, slonglong, ulong } = types;
  const lib = new CDLL(library);
  const Point = new Structure('point', [new Field('x', double), new Field('y', double)]);
  const Pair = new Structure('pair', [new Field('a', sint), new Field('b', sint)]);
  const call = lib.getfunc('call', [void_p, sint], sint);
  const sort = lib.getfunc('sort', [void_p, sint, void_p], types.void);
  // While a callback lives there are no fast calls: it lives where it is needed.
  const within = (callback, use) => {
    use(callback);
    callback.free();
  };
  return {
    noop: lib.getfunc('noop', [], types.void),
    add: lib.getfunc('add', [sint, sint], sint),
    dadd: lib.getfunc('dadd', [double, double], double),
    mix: lib.getfunc('mix', [sint, double, sint, double], double),
    add10: lib.getfunc('add10', Array(10).fill(sint), sint),
    add64: lib.getfunc('add64', [slonglong, slonglong], slonglong),
    length: lib.getfunc('length', [char_p], ulong),
    greeting: lib.getfunc('greeting', [], char_p),
    first: lib.getfunc('first', [void_p, sint], sint),
    point_add: lib.getfunc('point_add', [Point, Point], Point),
    pair_swap: lib.getfunc('pair_swap', [Pair], Pair),
    point: (x, y) => Point.allocate({ x, y }),
    pair: (a, b) => Pair.allocate({ a, b }),
    callback: (n) =>
      within(new CallbackPtr((a, b) => (a + b) | 0, [sint, sint], sint), (f) => call(f, n)),
    sort(data) {
      const compare = (a, b) => load(sint, a) - load(sint, b);
      within(new CallbackPtr(compare, [void_p, void_p], sint), (f) => sort(data, data.length, f));
    },
  };
}

function ofKoffi() {
  const koffi = require('koffi');
  const lib = koffi.load(library);
  const Point = koffi.struct('point', { x: 'double', y: 'double' });
  const Pair = koffi.struct('pair', { a: 'int', b: 'int' });
  const Plus = koffi.proto('int plus(int, int)');
  const Compare = koffi.proto('int compare(const void *, const void *)');
  const call = lib.func('call', 'int', [koffi.pointer(Plus), 'int']);
  const sort = lib.func('sort', 'void', ['void *', 'int', koffi.pointer(Compare)]);
  return {
    noop: lib.func('noop', 'void', []),
    add: lib.func('add', 'int', ['int', 'int']),
    dadd: lib.func('dadd', 'double', ['double', 'double']),
    mix: lib.func('mix', 'double', ['int', 'double', 'int', 'double']),
    add10: lib.func('add10', 'int', Array(10).fill('int')),
    add64: lib.func('add64', 'long long', ['long long', 'long long']),
    length: lib.func('length', 'unsigned long', ['const char *']),
    greeting: lib.func('greeting', 'const char *', []),
    first: lib.func('first', 'int', ['void *', 'int']),
    point_add: lib.func('point_add', Point, [Point, Point]),
    pair_swap: lib.func('pair_swap', Pair, [Pair]),
    point: (x, y) => ({ x, y }),
    pair: (a, b) => ({ a, b }),
    callback(n) {
      call((a, b) => (a + b) | 0, n);
    },
    sort(data) {
      sort(data, data.length, (a, b) => koffi.decode(a, 'int') - koffi.decode(b, 'int'));
    },
  };
}

/** Its callbacks are given numbers: the addon reads them. */
function ofAddon() {
  const lib = require(addon);
  return {
    ...lib,
    point: (x, y) => ({ x, y }),
    pair: (a, b) => ({ a, b }),
    callback(n) {
      lib.call((a, b) => (a + b) | 0, n);
    },
    sort(data) {
      lib.sort(data, data.length, (a, b) => a - b);
    },
  };
}

export const PEERS = { mixmod: ofFfi(), koffi: ofKoffi(), 'Node-API': ofAddon() };

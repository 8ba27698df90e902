// node --allow-natives-syntax calls.mjs MODULE: calls every function of the module with the same arguments, from code that is not
// optimized and from code that is, and writes what came of it. With the fast lane and without, that must be the same.
import { createRequire } from 'node:module';

const exports = createRequire(import.meta.url)(process.argv[2]);
const optimize = new Function('f', '%OptimizeFunctionOnNextCall(f)');
const prepare = new Function('f', '%PrepareFunctionForOptimization(f)');

let seed = 20_260_101;
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const NUMBERS = [
  0, -0, 1, -1, 2, 3, 7, 127, 128, -128, -129, 255, 256, 32_767, 32_768, -32_768, 65_535, 65_536,
]
  .concat([
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    -(2 ** 31) - 1,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 53),
  ])
  .concat([0.5, -0.5, 1.5, 1e-320, 1e39, 1e300, NaN, Infinity, -Infinity, Math.PI]);
const BIGINTS = [
  0n,
  1n,
  -1n,
  2n ** 31n,
  2n ** 63n - 1n,
  2n ** 63n,
  -(2n ** 63n),
  2n ** 64n - 1n,
  2n ** 64n,
  10n ** 30n,
];
/** It tells when somebody converts it. */
const convertible = {
  valueOf() {
    say('converted');
    return 1;
  },
};
const OTHERS = [
  undefined,
  null,
  '',
  '7',
  true,
  false,
  convertible,
  [1],
  Symbol('s'),
  () => 1,
  new Number(1),
];
const SIZES = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

const lines = [];
const say = (line) => lines.push(line);

const shown = (value) => {
  if (Object.is(value, -0)) return '-0';
  if (ArrayBuffer.isView(value))
    return `${value.constructor.name} ${value.length} ${String(value.slice(0, 9))}`;
  if (Array.isArray(value)) return `[${value.slice(0, 9).map(shown)}] ${value.length}`;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return typeof value === 'bigint' ? `${value}n` : `${typeof value} ${String(value)}`;
};

function outcome(call, args) {
  try {
    return shown(call(...args));
  } catch (error) {
    if (error === OWN_ERROR) return `the error itself, ${error.code}`;
    const cause = error.cause ? ` because ${error.cause.stack.split('\n')[0]}` : '';
    // Of the stack: the lines of our own, not those of the host.
    const stack = error.stack
      .split('\n')
      .filter((line) => !line.includes('node:'))
      .join(' | ');
    return `${error.constructor.name} ${error.name} ${stack}${cause}`;
  }
}

function views() {
  const shared = new SharedArrayBuffer(64);
  const gone = new Float64Array(4);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const resizable = new ArrayBuffer(16, { maxByteLength: 64 });
  const tracking = new Uint8Array(resizable);
  const forged = Object.create(Uint8Array.prototype);
  const lying = Object.defineProperty(new Uint8Array([1, 2, 3]), 'length', { value: 1e9 });
  class Derived extends Uint8Array {}
  const small = Object.values(SIZES).map((Kind) =>
    Kind.from([1, 2, 3], (x) => (Kind.name.startsWith('Big') ? BigInt(x) : x)),
  );
  const large = Object.values(SIZES).map((Kind) => new Kind(1000));
  const views = [
    new Float64Array(0),
    new Float64Array([0.5, 1.5]).subarray(1),
    new Uint8Array(new ArrayBuffer(90), 3, 5),
  ];
  return [
    ...small,
    ...large,
    ...views,
    new Float64Array(shared),
    new Uint8Array(shared),
    gone,
    tracking,
    forged,
    lying,
    Buffer.from('abc'),
  ].concat([
    new Derived(3),
    new Float64Array(resizable),
    new DataView(new ArrayBuffer(8)),
    new ArrayBuffer(8),
    new Proxy(new Uint8Array(2), {}),
  ]);
}
const VIEWS = views();

const POINTS = [
  { x: 1, y: 2 },
  { x: 0.5, y: -0 },
  { x: 1, y: 2, z: 3 },
  { x: NaN, y: Infinity },
  { x: 1 },
  { y: '2', x: 1 },
  {
    get x() {
      return 1;
    },
    y: 2,
  },
];
const LISTS = [
  [],
  [1, 2],
  [0.5, 1.5, 2.5],
  Array.from({ length: 3000 }, (_, i) => i),
  Object.assign([1], { length: 3 }),
  [1, '2'],
  new Proxy([1, 2], {}),
];

const OWN_ERROR = Object.assign(new RangeError('of JavaScript'), { code: 'E_OWN' });
const FUNCTIONS = [
  (x) => x + 1,
  Math.sqrt,
  (x) => {
    if (x > 2) throw OWN_ERROR;
    return x;
  },
  (x) => (x > 7 ? 'text' : x),
  (x) => (x > 3 && exports.thrown ? exports.thrown(x * 30) : x),
];

function anything() {
  const pool = [NUMBERS, NUMBERS, NUMBERS, BIGINTS, OTHERS, VIEWS, POINTS, LISTS, FUNCTIONS][
    random(9)
  ];
  return random(3) === 0 && pool === NUMBERS ? random(1000) - 500 : pool[random(pool.length)];
}

/** What the function takes, found by trying: arguments that it does not refuse. */
function accepted(f) {
  const found = [];
  const pools = [
    NUMBERS,
    BIGINTS,
    [true, false],
    VIEWS,
    POINTS,
    LISTS,
    ['Ada', 'ä→', ''],
    FUNCTIONS,
  ];
  for (let index = 0; index < f.length; index++) {
    const fits = pools.map((pool) =>
      pool.filter((value) => isTaken(f, [...found.map(([first]) => first), value], index)),
    );
    found.push(fits.find((values) => values.length > 0) ?? NUMBERS);
  }
  return found;
}

function isTaken(f, args, index) {
  try {
    f(...args);
  } catch (error) {
    const wrong = /argument (\d+)/.exec(error.message);
    return wrong === null || Number(wrong[1]) > index + 1;
  }
  return true;
}

function round(name, call, f, pools, times) {
  for (let i = 0; i < times; i++) {
    const right = pools.map((pool) => pool[random(pool.length)]);
    if (random(4) === 0 && right.length > 0) right[random(right.length)] = anything();
    if (random(20) === 0) right.pop();
    if (random(20) === 0) right.push(anything());
    say(`${name}(${right.map(shownArgument)}): ${outcome(call, right)}`);
  }
  say(`effects: ${exports.count()}`);
}
const shownArgument = (value) =>
  typeof value === 'object' && value !== null ? value.constructor?.name : String(value);

const SLOW = new Set(['remember', 'each']);

/** Functions, and methods of an object of each class. */
const callables = Object.entries(exports).flatMap(([name, f]) => {
  if (typeof f !== 'function') return [];
  if (!String(f).startsWith('class')) return [[name, f]];
  const names = Object.getOwnPropertyNames(f.prototype).filter(
    (one) => one !== 'constructor' && typeof new f(1)[one] === 'function',
  );
  return names.map((one) => {
    const object = new f(1);
    return [`${name}_${one}`, (a) => object[one](a)];
  });
});

for (const [name, f] of callables) {
  say(`${name} ${f.name} ${f.length} ${typeof f.prototype}`);
  const pools = name === 'depth' ? [[0, 1, 50, 1e6]] : accepted(f);
  exports.reset();
  const names = pools.map((_, i) => `a${i}`);
  // The text is unlike that of other functions: V8 shares what it learns between those of the same.
  const call = new Function(
    'f',
    `return function ${name}_caller(${names}) { return f(${['...arguments'].join()}); }`,
  )(f);
  const direct = new Function(
    'f',
    `return function ${name}_direct(${names}) { return f(${names}); }`,
  )(f);
  round(name, call, f, pools, 60);
  for (const caller of [direct, call]) {
    prepare(caller);
    for (let i = 0; i < 300; i++)
      outcome(
        caller,
        pools.map((pool) => pool[random(pool.length)]),
      );
    optimize(caller);
    round(name, caller, f, pools, 200);
    // Arguments that raise nothing, long enough for V8 to optimize the function itself.
    const right = pools.map((pool) => pool[2] ?? pool[0]);
    const times = SLOW.has(name) ? 2000 : 20_000;
    for (let i = 0; i < times; i++) caller(...right);
    round(name, caller, f, pools, 100);
  }
}
const constructed = (...args) => new exports.sum(...args) instanceof exports.sum;
say(outcome(constructed, [1, 2]));
process.stdout.write(`${lines.join('\n')}\n`);

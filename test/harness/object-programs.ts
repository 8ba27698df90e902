// The benchmark programs of test/bench/awfy/, test/bench/objects/ and test/bench/programs/, written with classes, closures and collections: what
// they must give, and what of them is measured. Both the tests and `make bench` read this table.
import { DEFLATE_CHECKS, JSON_CHECKS, PERFT_CHECKS, REGEX_CHECKS } from './program-checks.ts';

/**
 * Programs that the compiler accepts: names of files without `.ts`. A program in this list that is refused or gives a wrong
 * result fails the tests and the benchmark; one that is not is skipped by the benchmark, with a note.
 */
export const COMPILED: readonly string[] = [
  'binary-trees',
  'json',
  'strings',
  'sorting',
  'bounce',
  'cd',
  'closures',
  'deltablue',
  'exceptions',
  'generators',
  'havlak',
  'list',
  'mandelbrot',
  'maps',
  'nbody',
  'permute',
  'queens',
  'richards',
  'sieve',
  'storage',
  'towers',
  'calculator',
  'chess',
  'deflate',
  'json-tool',
  'regex',
];

export interface ObjectProgram {
  readonly name: string;
  /** From the root of the package. */
  readonly source: string;
  /** Calls, with the results that are published for them or that Node gives. */
  readonly checks: readonly Check[];
  /** Calls with so few allocations that the collector may run at each of them. */
  readonly stressChecks: readonly Check[];
  readonly measured: readonly Measured[];
}

/** As in the comments of the programs under test/run/. */
export interface Check {
  readonly expression: string;
  readonly expected: string;
}

/** A call of an exported function with one number, which takes some milliseconds. */
export interface Measured {
  readonly function: string;
  readonly argument: number;
}

export const OBJECT_PROGRAMS: readonly ObjectProgram[] = [
  awfy('richards', 1, 5),
  awfy('deltablue', 100, 1000, [check('run(3)', 'true')]),
  {
    ...awfy('json', 1, 10),
    checks: [
      check('run(2)', 'true'),
      check(`parseError('[1, "\\\\u"]')`, `'Expected valid escape sequence at 1:7, offset 6'`),
      check(`parseError('\\n[1, 2')`, `'Unexpected end of input at 2:6, offset 6'`),
    ],
  },
  {
    ...awfy('cd', 10, 100, [check('collisions(4, 20)', '16')]),
    checks: [check('run(2)', 'true'), check('run(10)', 'true'), check('run(100)', 'true')],
  },
  {
    ...awfy('havlak', 1, 1, [check('countLoops(1, 1, 1)', '9')]),
    checks: [check('run(1)', 'true'), check('countLoops(2, 3, 4)', '83')],
    measured: [{ function: 'searchLoops', argument: 5 }],
  },
  awfy('bounce', 1, 200),
  awfy('list', 1, 200),
  awfy('permute', 1, 200),
  awfy('queens', 1, 200),
  awfy('sieve', 1, 200),
  awfy('storage', 1, 20),
  awfy('towers', 1, 100),
  {
    ...awfy('nbody', 1, 250_000),
    checks: [check('run(1)', 'true'), check('run(250000)', 'true'), check('run(2)', 'false')],
  },
  {
    ...awfy('mandelbrot', 1, 500),
    checks: [check('run(1)', 'true'), check('run(500)', 'true'), check('run(2)', 'false')],
  },
  {
    ...objects('binary-trees', ['run'], 14),
    checks: [check('run(6)', '4398'), check('run(10)', String(nodesOfTrees(10)))],
    stressChecks: [check('run(6)', '4398')],
  },
  {
    ...objects('strings', ['append', 'prepend', 'join', 'templates', 'cut'], 100_000),
    checks: [check('run(1000)', '939192'), check('append(3)', '563'), check('join(2)', '1045')],
    stressChecks: [check('run(40)', '37237')],
  },
  {
    ...objects('maps', ['numberKeys', 'fractionKeys', 'stringKeys', 'objectKeys', 'sets'], 100_000),
    checks: [check('run(1000)', '818786')],
    stressChecks: [check('run(60)', '8217')],
  },
  {
    ...objects('sorting', ['numbers', 'strings', 'objects', 'presorted'], 50_000),
    checks: [check('run(1000)', '1155255.56640625')],
    stressChecks: [check('run(60)', '957920.7705078125')],
  },
  {
    ...objects('closures', ['pipeline', 'composed', 'counters', 'perIteration'], 100_000),
    checks: [check('run(1000)', '499006126'), check('pipeline(1000)', '166666500')],
    stressChecks: [check('run(60)', '104768.5')],
  },
  {
    ...objects('exceptions', ['caught', 'notThrown', 'unwound', 'finalized'], 1000),
    checks: [
      check('run(100)', '85469'),
      check('unwound(30)', String(30 * 100)),
      check('finalized(30)', '30'),
    ],
    stressChecks: [check('run(20)', '4953')],
  },
  {
    ...objects(
      'generators',
      ['local', 'sieve', 'recursive', 'steps', 'pipeline', 'byHand'],
      1_000_000,
    ),
    checks: [
      check('run(1000)', '168510433'),
      check('local(100)', '4950'),
      check('steps(100)', '4950'),
      check('byHand(100)', '5050'),
      check('pipeline(10)', '120'),
      check('sieve(30)', '129'),
    ],
    stressChecks: [check('run(30)', '611287')],
  },
  {
    ...program('calculator', 3000),
    checks: [
      check('run(300)', '1973183'),
      check(`execute('print 1 + 2 * 3 ^ 2 ^ 1 - 4 / 2; print not 0 and 5;')`, `'17 5'`),
      check(
        `execute('fn f(a, b) { let c = a + b; if (c > 3) { let d = c * 2; return d; } return c; } print f(1, 2); print f(2, 3);')`,
        `'3 10'`,
      ),
      check(`execute('let a = 1\\nprint a')`, `'SyntaxProblem: ; expected, not print in line 2'`),
      check(`execute('let z = 0; print 1 / z;')`, `'RuntimeProblem: division by zero'`),
      check(
        `execute('fn f(n) { return f(n + 1); } print f(0);')`,
        `'RuntimeProblem: too many calls'`,
      ),
      check(
        `execute('fn f() {} print f(1);')`,
        `'SyntaxProblem: f takes 0 arguments, not 1 in line 1'`,
      ),
      check(
        `disassembled('let i = 0; print -i;').replaceAll('\\n', ', ')`,
        `'0 constant 0, 2 store-global 0, 4 load-global 0, 6 negate, 7 print, 8 halt'`,
      ),
    ],
    stressChecks: [check('run(3)', '50928')],
  },
  {
    ...program('chess', 3),
    checks: [
      ...PERFT_CHECKS,
      check('run(2)', '6482'),
      check(
        `moves('r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1')`,
        `'Kd1 Kd2 Ke2 Kf1 Kf2 O-O O-O-O Ra2 Ra3 Ra4 Ra5 Ra6 Ra7 Rb1 Rc1 Rd1 Rf1 Rg1 Rh2 Rh3 Rh4 Rh5 Rh6 Rh7 Rxa8+ Rxh8+'`,
      ),
      check(
        `played('rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1', 'e2e4 e7e5 g1f3 b8c6 f1b5 a7a6 b5c6 d7c6 e1g1')`,
        `'r1bqkbnr/1pp2ppp/p1p5/4p3/4P3/5N2/PPPP1PPP/RNBQ1RK1 b kq - 1 5'`,
      ),
      check(`bestMove('6k1/5ppp/8/8/8/8/5PPP/3R2K1 w - - 0 1', 3)`, `'Rd8#'`),
      check(`perft('8/8/8 w - -', 1)`, 'PositionError: a board has eight ranks'),
    ],
    stressChecks: [
      check(`perft('rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1', 2)`, '400'),
    ],
  },
  {
    ...program('deflate', 200_000),
    checks: [
      check('run(3000)', '2275'),
      ...DEFLATE_CHECKS,
      check('inflateRaw(new Uint8Array([7]))', 'FormatError: a block of an unknown kind'),
      check('inflateRaw(new Uint8Array([2]))', 'FormatError: the data ends too early'),
      check('inflateRaw(new Uint8Array([3, 2, 0]))', 'FormatError: a distance beyond the start'),
      check('zlibDecompressed(new Uint8Array(9))', 'FormatError: no zlib data'),
      check(
        'zlibDecompressed(zlibCompressed(sample(99), 6).map((byte, i) => (i === 60 ? byte ^ 1 : byte)))',
        'FormatError: a wrong checksum',
      ),
    ],
    stressChecks: [check('run(300)', '375')],
  },
  {
    ...program('json-tool', 2000),
    checks: [
      check('run(200)', '91358'),
      ...JSON_CHECKS,
      check(`pretty('[1,]')`, `"JsonError: unexpected ']' at 1:4"`),
      check(`pretty('{"a":1,\\n "a":2}')`, `"JsonError: 'a' twice at 2:2"`),
      check(`selected('{"a":{"b":[1,{"c":5}]}}', 'a.b[1].c')`, `'5'`),
      check(
        `patched('{"a":1,"b":{"c":2,"d":3}}', '{"b":{"c":null},"e":[1]}')`,
        `'{"a":1,"b":{"d":3},"e":[1]}'`,
      ),
      check(
        `difference('{"a":1,"b":[1,2]}', '{"a":2,"b":[1],"c":0}')`,
        `'changed a, removed b[1], added c'`,
      ),
      check(
        `statistics('{"a":[1,2,"x",null]}')`,
        `'1 objects, 1 arrays, 1 strings, 2 numbers, 1 others, depth 2'`,
      ),
    ],
    stressChecks: [check('run(3)', '560')],
  },
  {
    ...program('regex', 500),
    checks: [
      check('run(20)', '962888'),
      ...REGEX_CHECKS,
      check(`replaced('(\\\\w+) (\\\\w+)', '', 'a b c d', '$2-$1')`, `'b-a d-c'`),
      check(`groups('(a', '', 'a')`, `'PatternError: unterminated group at 2'`),
      check(`named('(?<x>a)(?<y>b)', 'y')`, '2'),
    ],
    stressChecks: [check('run(1)', '818048')],
  },
];

/** `few` inner iterations are enough for a test, `many` for a clock. */
function awfy(
  name: string,
  few: number,
  many: number,
  stressChecks: readonly Check[] = [check(`run(${few})`, 'true')],
): ObjectProgram {
  return {
    name,
    source: `test/bench/awfy/${name}.ts`,
    checks: [check(`run(${few})`, 'true')],
    stressChecks,
    measured: [{ function: 'run', argument: many }],
  };
}

function program(
  name: string,
  argument: number,
): Pick<ObjectProgram, 'name' | 'source' | 'measured'> {
  return {
    name,
    source: `test/bench/programs/${name}.ts`,
    measured: [{ function: 'run', argument }],
  };
}

function objects(
  name: string,
  functions: readonly string[],
  argument: number,
): Pick<ObjectProgram, 'name' | 'source' | 'measured'> {
  return {
    name,
    source: `test/bench/objects/${name}.ts`,
    measured: functions.map((called) => ({ function: called, argument })),
  };
}

function check(expression: string, expected: string): Check {
  return { expression, expected };
}

/** What binary-trees counts: trees of depth d have 2 ** (d + 1) - 1 nodes. */
function nodesOfTrees(deepest: number): number {
  const size = (depth: number): number => 2 ** (depth + 1) - 1;
  let total = size(deepest + 1) + size(deepest);
  for (let depth = 4; depth <= deepest; depth += 2) {
    total += 2 ** (deepest - depth + 4) * size(depth);
  }
  return total;
}

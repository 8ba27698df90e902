// `using`: the cleanup runs once, on every way out, inner before outer.
import { expect, test } from 'vitest';
import { F64, INT_TYPES, TYPED_ARRAYS, VOID } from '../../compiler/program/types.ts';
import type { Statement } from '../../compiler/program/nodes.ts';
import { execute } from './execute.ts';
import * as t from './tree.ts';

const n = t.local('n');
const log = t.globalVariable('log', F64);
const uint8Array = TYPED_ARRAYS.get('Uint8Array') ?? VOID;
const bytes = t.local('bytes', uint8Array);

/** The log is a number whose decimal digits are the ids of the resources disposed. */
const note = (id: number) =>
  t.assign(
    t.global(log),
    t.binary('+', t.binary('*', t.read(t.global(log)), t.num(10)), t.num(id)),
  );
const resource = (id: number, ...body: readonly Statement[]) =>
  t.using(t.local(`r${id}`), t.num(id), note(id), ...body);

/** Catches nothing: the caller looks at the log with a second call. */
function logOf(body: readonly Statement[], ...args: readonly unknown[]): readonly unknown[] {
  const program = t.program({
    functions: [
      t.fn('f', [n, bytes], F64, [...body, t.give(t.num(-1))]),
      t.fn('log', [], F64, [t.give(t.read(t.global(log)))]),
    ],
    globals: [log],
    initializer: [t.set(t.global(log), t.num(0))],
  });
  return execute(program, [['f', ...args], ['log']]);
}

const array = () => new Uint8Array([5, 6, 7]);
const readBytes = t.read(t.element(t.read(bytes), t.read(n)), F64);

test('at the end of the body', () => {
  expect(logOf([resource(1, resource(2))], 0, array())).toEqual([-1, 21]);
});

test('on return, after the value is known', () => {
  const body = [resource(1, resource(2, t.give(t.read(t.global(log)))))];
  expect(logOf(body, 0, array())).toEqual([0, 21]);
});

test('when an op of the body raises', () => {
  const body = [resource(1, resource(2, t.give(readBytes)))];
  expect(logOf(body, 1, array())).toEqual([6, 21]);
  expect(logOf(body, 9, array())).toEqual(['RangeError: index 9 is out of range for length 3', 21]);
});

test('when an op between the two raises, only the outer one runs', () => {
  const body = [resource(1, t.give(t.binary('+', readBytes, t.num(0))), resource(2))];
  expect(logOf(body, 9, array())[1]).toBe(1);
});

test('when the body throws', () => {
  const body = [resource(1, resource(2, t.fail('Error', t.text('thrown'))))];
  expect(logOf(body, 0, array())).toEqual(['Error: thrown', 21]);
});

test('on break and continue, those inside the loop only', () => {
  const loop = t.target();
  const i = t.variable('i');
  const body = [
    t.declare(i, t.num(0)),
    resource(
      9,
      t.loop(
        {
          target: loop,
          test: t.compare('<', t.read(i), t.num(3)),
          update: t.assign(i, t.binary('+', t.read(i), t.num(1))),
        },
        resource(
          1,
          t.when(t.compare('===', t.read(i), t.num(0)), [t.continueTo(loop)]),
          resource(2, t.when(t.compare('===', t.read(i), t.num(1)), [t.breakTo(loop)])),
        ),
      ),
    ),
  ];
  expect(logOf(body, 0, array())).toEqual([-1, 1219]);
});

test('the cleanup sees the variables as they were when the op raised', () => {
  const x = t.variable('x');
  const body = [
    t.declare(x, t.num(1)),
    t.using(
      t.local('r'),
      t.num(0),
      t.assign(t.global(log), t.read(x)),
      t.set(x, t.num(2)),
      t.set(x, readBytes),
      t.set(x, t.num(4)),
      t.set(
        x,
        t.binary(
          '+',
          t.read(t.element(t.read(bytes), t.binary('+', t.read(n), t.num(1))), F64),
          t.num(0),
        ),
      ),
    ),
  ];
  expect(logOf(body, 9, array())[1]).toBe(2);
  expect(logOf(body, 2, array())[1]).toBe(4);
  expect(logOf(body, 0, array())[1]).toBe(6);
});

test('a cleanup that raises does not run again, those around it do', () => {
  const body = [resource(1, t.using(t.local('bad'), t.num(0), readBytes), resource(2))];
  expect(logOf(body, 9, array())[1]).toBe(1);
});

test('allocations and calls inside the body are covered too', () => {
  const callee = t.fn('g', [n], F64, [t.fail('RangeError', t.text('from g'))]);
  const made = t.builtin(
    'typedarray.new',
    uint8Array,
    t.convert('float-to-int', INT_TYPES.isize, t.read(n)),
  );
  const program = (body: Statement) =>
    t.program({
      functions: [
        t.fn('f', [n], VOID, [resource(1, body)]),
        t.fn('log', [], F64, [t.give(t.read(t.global(log)))]),
        callee,
      ],
      globals: [log],
    });
  const called = program(t.run(t.call(callee, t.read(n))));
  expect(execute(called, [['f', 1], ['log']])).toEqual(['RangeError: from g', 1]);
  expect(execute(program(t.run(made)), [['f', -1], ['log']])).toEqual([
    'RangeError: Invalid typed array length: -1',
    1,
  ]);
});

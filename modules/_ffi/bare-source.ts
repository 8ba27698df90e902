// A function's types → what is tried first of a call: one of C itself, with as little text as there can be, because V8 puts a function
// into its callers if it is small. All other calls are for the function behind.
import type { Assignment } from './assign.ts';
import type { BareCall } from './bare-call.ts';
import type { CallShape } from './call-source.ts';
import { CLOSED, HINDRANCES, REFUSED } from './frame.ts';
import { generate } from './support.ts';
import type { FfiType } from './types.ts';
import { loadSource, numberTest } from './value-source.ts';

/** A call of C itself, and what there is to know about it. */
export interface BareShape {
  readonly args: readonly FfiType[];
  readonly result: FfiType;
  readonly assignment: Assignment;
  readonly way: CallShape['way'];
  readonly bare: BareCall;
}

/** Texts of an argument. */
export interface BareArgument {
  /** An expression: the call takes it. */
  readonly test: string;
  /** Statements before the call. */
  readonly before?: string;
  /** What the call is given; 0 in place of an object. */
  readonly value: string;
  /** Of what is any value for V8: a number, which of a pointer is added to where a DataView's memory begins; else null. */
  readonly address: string | null;
}

/** The function with its call of C itself in front. */
export function withBare(shape: BareShape, general: Call): Call {
  const args = shape.args.map(({ kind }, index) => bareArgument(kind, `a${index}`));
  const known = args.filter((argument) => argument !== null);
  if (known.length < args.length) return general;
  return inFront(shape, known, resultSource(shape), { general });
}

/** `general` of `values` for all that the call in front does not take; `given`: as for `bareSource`, and all texts use `values`, too. */
export function inFront(
  shape: BareShape,
  args: readonly BareArgument[],
  given: string,
  values: Readonly<Record<string, unknown>>,
): Call {
  const names = args.map((_, index) => `a${index}`).join(', ');
  const source = `return function (${names}) {
  ${bareSource(shape, args, given)}
  return arguments.length === ${args.length} ? general(${names}) : general(...arguments);
};`;
  return generate(source, { ...values, bare: shape.bare }) as Call;
}

type Call = (...args: unknown[]) => unknown;

/** Expressions: what a value has to be that is no number. */
const OBJECTS: {
  readonly [K in FfiType['kind']]?: { readonly is: string; readonly least: number };
} = {
  pointer: { is: '$ === null || isView($)', least: 0 },
  slong: { is: `typeof $ === 'bigint'`, least: -Infinity },
  ulong: { is: `typeof $ === 'bigint'`, least: 0 },
};

/** Null where the call cannot be given such values. */
export function bareArgument(kind: FfiType['kind'], value: string): BareArgument | null {
  const object = OBJECTS[kind];
  if (!object) {
    const test = numberTest(kind, value);
    return test === undefined ? null : { test, value, address: null };
  }
  const isNumber = `typeof ${value} === 'number'`;
  const isInRange = object.least === 0 ? ` && ${value} >= 0` : '';
  const isObject = object.is.replaceAll('$', value);
  return {
    test: `(${isNumber} ? isSafeInteger(${value})${isInRange} : ${isObject})`,
    value:
      kind === 'pointer'
        ? `${isNumber} || ${value} === null ? 0 : ${value}`
        : `${isNumber} ? 0 : ${value}`,
    address: `${isNumber} ? ${value} : 0`,
  };
}

/**
 * Statements that return what C gives, `given`, if it has been called: it has not while a callback lives that it could call, and where the
 * memory of a view has to be looked for. No JavaScript runs meanwhile, and no collector. They use `bare`.
 */
function bareSource(
  { assignment, way }: BareShape,
  args: readonly BareArgument[],
  given: string,
): string {
  const tests = [
    `I32[${way === 'leaf' ? CLOSED : HINDRANCES}] === 0`,
    `arguments.length === ${args.length}`,
    ...args.map(({ test }) => test),
  ];
  const stores = args.map(({ before = '', address }, index) =>
    address === null ? before : `${before} F64[${assignment.args[index]?.[0] ?? 0}] = ${address};`,
  );
  const call = `const r = bare(${args.map(({ value }) => value).join(', ')});`;
  const isCalled = args.every(({ address }) => address === null)
    ? ''
    : `if (I32[${REFUSED}] !== 0) I32[${REFUSED}] = 0; else`;
  const taken = `${isCalled} return ${given};`;
  return `if (${tests.join(' && ')}) { ${[...stores, call, taken].join(' ')} }`;
}

/** Of what C leaves above a small result. */
const CUT: { readonly [K in FfiType['kind']]?: string } = {
  sbyte: 'r << 24 >> 24',
  ubyte: 'r & 255',
  sshort: 'r << 16 >> 16',
  ushort: 'r & 65535',
  char: 'String.fromCharCode(r & 255)',
  void: 'undefined',
};

/** An expression, of `r`, which V8 has been given, or of what is in the frame. */
export function resultSource({ result, assignment }: BareShape): string {
  const { kind } = result;
  if (kind === 'slong' || kind === 'ulong' || kind === 'pointer')
    return loadSource(kind, assignment.result[0] ?? 0);
  return CUT[kind] ?? 'r';
}

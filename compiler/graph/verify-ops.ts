// The invariants of ops and constants (see `verify.ts`).
import { RUNTIME_FUNCTIONS, type RuntimeRow } from '../builtins/runtime-functions.ts';
import { RAISED } from '../builtins/errors.ts';
import { typeName } from '../program/type-name.ts';
import {
  ADDRESS,
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  isReference,
  type ElementName,
  type RtsType,
} from '../program/types.ts';
import { canonical } from './constants.ts';
import type { Graph, Op, Value } from './graph.ts';
import { OPS, type OpName, type StoredType } from './ops.ts';
import type { Pattern } from './ops/op.ts';
import { LETTERS, PATTERN_TYPES } from './result-types.ts';
import type { Unit } from './unit.ts';
import type { Problem } from './verify.ts';
import { exitArgs, linksOf, reversePostorder } from './walk.ts';

export function opProblems(graph: Graph, level: Unit['level']): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (place: object, messages: readonly string[]): void =>
    void problems.push(...messages.map((message) => ({ place, message })));
  for (const block of reversePostorder(graph)) {
    const { exit } = block;
    add(block, levelOfTypes(block.inputs, level));
    for (const op of block.ops) add(op, checkOp(op, level));
    const cases = exit.kind === 'switch' ? exit.cases.map(({ value }) => value) : [];
    const values = [...exitArgs(exit), ...cases, ...linksOf(exit).flatMap((link) => link.args)];
    add(exit, [...checkConstants(values), ...levelOfTypes(values.filter(isConstant), level)]);
  }
  return problems;
}

const isConstant = (value: Value): boolean => value.kind === 'constant';

function checkOp(op: Op, level: Unit['level']): readonly string[] {
  const row = OPS[op.name];
  const operands = op.args.filter(isConstant);
  const types = [
    ...checkPatterns('operand', row.operands, op.args, new Map()),
    ...checkPatterns('result', row.results, op.results, lettersOf(op)),
  ];
  return [
    ...(row.level === 'both' || row.level === level ? [] : [`${op.name} in a ${level} graph`]),
    ...levelOfTypes([...op.results, ...operands], level),
    ...checkAttributes(op),
    ...types,
    ...checkConstants(op.args),
    ...(types.length > 0 ? [] : (SPECIAL[op.name]?.(op) ?? [])),
  ];
}

// ---- patterns ----

type Letters = Map<Pattern, RtsType>;

/** What each letter of the row stands for, by the operands. */
function lettersOf(op: Op): Letters {
  const letters: Letters = new Map();
  checkPatterns('operand', OPS[op.name].operands, op.args, letters);
  return letters;
}

function checkPatterns(
  what: 'operand' | 'result',
  patterns: readonly (Pattern | '...any')[],
  values: readonly Value[],
  letters: Letters,
): readonly string[] {
  const isOpen = patterns.at(-1) === '...any';
  const fixed = isOpen ? patterns.slice(0, -1) : patterns;
  if (isOpen ? values.length < fixed.length : values.length !== fixed.length) {
    return [`${values.length} ${what}s, ${fixed.length} expected`];
  }
  return fixed.flatMap((pattern, i) => {
    const type = values[i]?.type;
    if (!type || pattern === '...any') return [];
    const bound = letters.get(pattern);
    if (LETTERS.has(pattern)) letters.set(pattern, bound ?? type);
    if (matches(pattern, type) && (bound === undefined || bound === type)) return [];
    const wanted = bound ? typeName(bound) : pattern;
    return [`${what} ${i + 1} is of type ${typeName(type)}, ${wanted} expected`];
  });
}

function matches(pattern: Pattern, type: RtsType): boolean {
  switch (pattern) {
    case 'any':
    case 'T':
      return true;
    case 'I':
    case 'I2':
      return type.kind === 'int';
    case 'F':
    case 'F2':
      return type.kind === 'float';
    case 'N':
    case 'N2':
      return type.kind === 'int' || type.kind === 'float';
    case 'typedarray':
    case 'nullable':
    case 'ptr':
    case 'object':
    case 'array':
    case 'function':
      return type.kind === pattern;
    case 'reference':
      return isReference(type);
    default:
      return PATTERN_TYPES[pattern] === type;
  }
}

// ---- levels, attributes, constants ----

const MACHINE: ReadonlySet<RtsType['kind']> = new Set([
  'int',
  'float',
  'boolean',
  'address',
  'string',
  'object',
  'array',
  'function',
  'union',
]);

function levelOfTypes(values: readonly Value[], level: Unit['level']): readonly string[] {
  return values
    .filter(({ type }) => (level === 'low' ? !MACHINE.has(type.kind) : type.kind === 'address'))
    .map(({ type }) => `a value of type ${typeName(type)} in a ${level} graph`);
}

function checkAttributes({ name, attributes }: Op): readonly string[] {
  const wanted = OPS[name].attributes;
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key);
  return [
    ...wanted.filter((key) => !given.includes(key)).map((key) => `attribute ${key} is missing`),
    ...given.filter((key) => !wanted.includes(key)).map((key) => `${name} has no attribute ${key}`),
  ];
}

function checkConstants(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => {
    if (value.kind === 'variable') return [];
    try {
      if (Object.is(canonical(value.type, value.value), value.value)) return [];
    } catch {
      // Not even of the type.
    }
    return [`${String(value.value)} is not canonical for ${typeName(value.type)}`];
  });
}

// ---- what patterns cannot say ----

const mismatch = (what: string, type: RtsType | undefined, wanted: RtsType): readonly string[] =>
  type === wanted ? [] : [`${what} of type ${typeName(wanted)} expected`];

/** How an element reads: 64-bit integers as themselves, all others as number. */
const elementType = (element: ElementName | undefined): RtsType =>
  element === 'i64' || element === 'u64' ? INT_TYPES[element] : F64;

const arrayElement = (op: Op): RtsType => {
  const type = op.args[0]?.type;
  return elementType(type?.kind === 'typedarray' ? type.element : undefined);
};

const STORED_TYPES: { readonly [S in StoredType]: RtsType } = {
  ...INT_TYPES,
  u8c: INT_TYPES.u8,
  f32: F32,
  f64: F64,
  f80: F64,
  bool: BOOLEAN,
  address: ADDRESS,
};

const stored = (op: Op, value: Value | undefined): readonly string[] =>
  op.attributes.stored ? mismatch('value', value?.type, STORED_TYPES[op.attributes.stored]) : [];

const sameNullableBase = (
  value: RtsType | undefined,
  nullable: RtsType | undefined,
): readonly string[] =>
  nullable?.kind === 'nullable' && value ? mismatch('value', value, nullable.base) : [];

const hasField = ({ args, attributes }: Op): readonly string[] => {
  const type = args[0]?.type;
  const container = type?.kind === 'ptr' ? type.to : undefined;
  const fields = container?.kind === 'struct' ? container.fields : [];
  return fields.some(({ name }) => name === attributes.field)
    ? []
    : [`no field ${attributes.field}`];
};

const ofConstant = ({ args }: Op): readonly string[] =>
  args[0]?.kind === 'constant' ? [] : ['a constant string expected'];

function runtimeFunction({ name, attributes }: Op, raises: boolean): readonly string[] {
  const { runtime = '' } = attributes;
  const rows: { readonly [name: string]: RuntimeRow } = RUNTIME_FUNCTIONS;
  const row = Object.hasOwn(rows, runtime) ? rows[runtime] : undefined;
  if (!row) return [`no runtime function ${attributes.runtime}`];
  return (row.raises !== null) === raises ? [] : [`${name} of ${runtime}`];
}

const SPECIAL: { readonly [K in OpName]?: (op: Op) => readonly string[] } = {
  nullable_wrap: ({ args, results }) => sameNullableBase(args[0]?.type, results[0]?.type),
  nullable_get: ({ args, results }) => sameNullableBase(results[0]?.type, args[0]?.type),
  nullable_widen({ args, results }) {
    const [from, to] = [args[0]?.type, results[0]?.type];
    return from?.kind === 'nullable' ? sameNullableBase(from.base, to) : [];
  },
  typedarray_get: (op) => mismatch('result', op.results[0]?.type, arrayElement(op)),
  typedarray_set: (op) => mismatch('element', op.args[2]?.type, arrayElement(op)),
  typedarray_fill: (op) => mismatch('element', op.args[1]?.type, arrayElement(op)),
  typedarray_subarray: ({ args, results }) => sameType(args[0], results[0]),
  typedarray_slice: ({ args, results }) => sameType(args[0], results[0]),
  typedarray_set_array: ({ args }) => sameType(args[0], args[1]),
  dataview_get: ({ results, attributes }) =>
    mismatch('result', results[0]?.type, elementType(attributes.element)),
  dataview_set: ({ args, attributes }) =>
    mismatch('element', args[2]?.type, elementType(attributes.element)),
  getfield: hasField,
  setfield: hasField,
  direct_fieldptr: hasField,
  raw_load: (op) => stored(op, op.results[0]),
  raw_store: (op) => stored(op, op.args[2]),
  string_address: ofConstant,
  prebuilt_ptr: ofConstant,
  float_to_bits: ({ args, results }) =>
    mismatch('result', results[0]?.type, args[0]?.type === F64 ? INT_TYPES.u64 : INT_TYPES.u32),
  bits_to_float: ({ args, results }) =>
    mismatch('operand', args[0]?.type, results[0]?.type === F64 ? INT_TYPES.u64 : INT_TYPES.u32),
  check: ({ args, attributes }) => {
    const template = attributes.error && RAISED[attributes.error].template;
    const wanted = new Set(template?.match(/\{[01]\}/g)).size;
    const numbers = args
      .slice(1)
      .filter(({ type }) => type.kind === 'int' || type.kind === 'float');
    return numbers.length === wanted && args.length === wanted + 1
      ? []
      : [`${wanted} numbers for the message expected`];
  },
  runtime_call: (op) => runtimeFunction(op, true),
  runtime_query: (op) => runtimeFunction(op, false),
};

const sameType = (a: Value | undefined, b: Value | undefined): readonly string[] =>
  a && b ? mismatch('value', b.type, a.type) : [];

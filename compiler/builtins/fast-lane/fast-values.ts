// Types → how their values go through V8's fast calls: the checks before, in JavaScript, and what V8 passes.
import type { RtsType } from '../../program/types.ts';

/** `v8::CTypeInfo::Type`. */
export const V8_TYPE = {
  void: 0,
  i32: 3,
  u32: 4,
  i64: 5,
  u64: 6,
  f64: 8,
  value: 10,
} as const;

export interface FastValue {
  readonly passed: keyof typeof V8_TYPE;
  /** An expression: V8 passes the argument as it is. It has no effect, whatever the argument is. '' where there is nothing to check. */
  check(argument: string): string;
  /** The expression for what is passed. */
  pass(argument: string): string;
  /** The expression for the result. */
  give(result: string): string;
}

const same = (value: string): string => value;

function fastValue(
  passed: FastValue['passed'],
  check: FastValue['check'],
  pass: FastValue['pass'] = same,
  give: FastValue['give'] = same,
): FastValue {
  return { passed, check, pass, give };
}

/** A number that `as`, which wraps it, leaves as it is. */
const wrapped =
  (as: (argument: string) => string): FastValue['check'] =>
  (argument) =>
    `typeof ${argument} === 'number' && ${as(argument)} === ${argument}`;

const NUMBER = fastValue('f64', (a) => `typeof ${a} === 'number'`);
const BOOLEAN = fastValue(
  'i32',
  (a) => `typeof ${a} === 'boolean'`,
  (a) => `${a} ? 1 : 0`,
  (r) => `${r} !== 0`,
);

/** Looked at on the other side: nothing that JavaScript can ask tells what it is in every case. */
const VIEW = fastValue('value', () => '');

const INTEGERS: { readonly [name: string]: FastValue } = {
  i8: fastValue(
    'i32',
    wrapped((a) => `(${a} << 24 >> 24)`),
  ),
  i16: fastValue(
    'i32',
    wrapped((a) => `(${a} << 16 >> 16)`),
  ),
  i32: fastValue(
    'i32',
    wrapped((a) => `(${a} | 0)`),
  ),
  u8: fastValue(
    'u32',
    wrapped((a) => `(${a} & 255)`),
  ),
  u16: fastValue(
    'u32',
    wrapped((a) => `(${a} & 65535)`),
  ),
  u32: fastValue(
    'u32',
    wrapped((a) => `(${a} >>> 0)`),
  ),
  // Numbers of up to 53 bits.
  isize: fastValue('f64', (a) => `isSafeInteger(${a})`),
  usize: fastValue('f64', (a) => `isSafeInteger(${a}) && ${a} >= 0`),
  i64: fastValue('i64', (a) => `typeof ${a} === 'bigint' && asIntN(64, ${a}) === ${a}`),
  u64: fastValue('u64', (a) => `typeof ${a} === 'bigint' && asUintN(64, ${a}) === ${a}`),
};

/** null: they do not go that way. */
export function fastParameter(type: RtsType): FastValue | null {
  if (type.kind === 'int') return INTEGERS[type.name] ?? null;
  if (type.kind === 'float') return NUMBER;
  if (type.kind === 'typedarray') return VIEW;
  return type.kind === 'boolean' ? BOOLEAN : null;
}

const NOTHING = fastValue('void', same);

export function fastResult(type: RtsType): FastValue | null {
  if (type.kind === 'void' || type.kind === 'undefined') return NOTHING;
  return type.kind === 'typedarray' ? null : fastParameter(type);
}

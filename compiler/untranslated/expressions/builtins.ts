// The builtins of `builtins/builtins.ts` as JavaScript: most are methods and functions of the same name. isize
// arguments that JavaScript's own methods get are made numbers (a value beyond 2 ** 53 clamps the same).
import { BUILTINS, type BuiltinName } from '../../builtins/builtins.ts';
import type { STRING_BUILTINS } from '../../builtins/string-builtins.ts';
import type { RtsType } from '../../program/types.ts';
import { call, loose, operandText, tight, type Code } from '../code.ts';
import type { PreludeName } from '../prelude/prelude.ts';
import type { Printer } from '../printer.ts';

export interface Argument {
  readonly code: Code;
  readonly type: RtsType;
}

type PrintBuiltin = (args: readonly Argument[], result: RtsType, printer: Printer) => Code;

/** isize may be held as a bigint (`prelude/sizes.ts`); a plain literal is not. */
function numberText({ code: { text }, type }: Argument): string {
  const size = type.kind === 'int' && type.bits === 64 && !type.bigint;
  return size && !/^\d+$/.test(text) ? `Number(${text})` : text;
}

const sameFunction =
  (name: string): PrintBuiltin =>
  (args) =>
    call(name, args.map(numberText));

const sameName =
  (name: BuiltinName): PrintBuiltin =>
  (args) =>
    call(name, args.map(numberText));

const STRING_METHOD_NAMES = [
  'charCodeAt', 'charAt', 'indexOf', 'lastIndexOf', 'includes', 'startsWith', 'endsWith', 'substring', 'slice', 'substr',
  'trim', 'trimStart', 'trimEnd', 'toUpperCase', 'toLowerCase', 'repeat', 'padStart', 'padEnd', 'replace', 'replaceAll',
  'isWellFormed', 'toWellFormed',
] as const; // prettier-ignore

const method =
  (name: string): PrintBuiltin =>
  ([receiver, ...rest]) =>
    call(`${memberOperand(receiver)}.${name}`, rest.map(numberText));

/** The arguments as they are held: they become items. */
const heldMethod =
  (name: string): PrintBuiltin =>
  ([receiver, ...rest]) =>
    call(
      `${operand(receiver)}.${name}`,
      rest.map(({ code }) => code.text),
    );

const property =
  (name: string): PrintBuiltin =>
  ([receiver]) =>
    tight(`${operand(receiver)}.${name}`);

const preludeCall =
  (name: PreludeName): PrintBuiltin =>
  (args, _, printer) =>
    call(
      printer.prelude(name),
      args.map(({ code }) => code.text),
    );

/** `name(Uint8Array, …)`: the constructor of the result first. */
const preludeOfArray =
  (name: PreludeName): PrintBuiltin =>
  (args, result, printer) =>
    call(printer.prelude(name), [constructorName(result), ...args.map(({ code }) => code.text)]);

/** `alternate`: a constant. */
const errnoName = (alternate: Argument | undefined): string =>
  alternate?.code.text === 'true' ? 'alterrno' : 'errno';

const rffiCall =
  (name: string): PrintBuiltin =>
  (args, _, printer) =>
    call(`${printer.runtime('rffi')}.${name}`, args.map(numberText));

/** The exact result against the width of the operands. */
const overflowing =
  (operator: string): PrintBuiltin =>
  ([a, b], _, printer) => {
    if (a?.type.kind !== 'int' || !b) throw new Error('overflow of what is no integer');
    const { bits, signed } = a.type;
    const value = `BigInt(${a.code.text}) ${operator} BigInt(${b.code.text})`;
    return call(printer.prelude('overflows'), [value, String(bits), String(signed)]);
  };

const rarithmeticCall =
  (name: string): PrintBuiltin =>
  (args, _, printer) =>
    call(
      `${printer.runtime('rarithmetic')}.${name}`,
      args.map(({ code }) => code.text),
    );

/** The contents are a constant string, printed as JSON. */
function prebuiltName(contents: Argument | undefined, type: RtsType, printer: Printer): string {
  if (!contents || type.kind !== 'ptr') throw new Error('prebuilt memory without its contents');
  return printer.prebuilt(type.to, JSON.parse(contents.code.text) as string);
}

const STRING_METHODS = Object.fromEntries(
  STRING_METHOD_NAMES.map((name) => [`string.${name}`, method(name)]),
) as unknown as { readonly [K in `string.${(typeof STRING_METHOD_NAMES)[number]}`]: PrintBuiltin };

type StringBuiltin = keyof typeof STRING_BUILTINS;
const STRING_PRINTERS: { readonly [K in StringBuiltin]: PrintBuiltin } = {
  ...STRING_METHODS,
  'string.length': property('length'),
  'string.hash-code': preludeCall('textHash'),
  'string.item': ([text, index], _, printer) =>
    call(printer.prelude('getElement'), [text?.code.text ?? '', index?.code.text ?? '']),
  'string.from-unit': sameFunction('String.fromCharCode'),
  'string.concat': ([a, b]) => loose(`${operand(a)} + ${operand(b)}`),
  'string.code-point': method('codePointAt'),
  'string.point-at': ([text, index]) =>
    call('String.fromCodePoint', [
      call(`${operand(text)}.codePointAt`, index ? [numberText(index)] : []).text,
    ]),
  'string.from-code-point': sameFunction('String.fromCodePoint'),
  'text.of-number': sameFunction('String'),
  'text.of-i64': sameFunction('String'),
  'text.of-u64': sameFunction('String'),
  'text.of-number-radix': method('toString'),
  'text.of-i64-radix': method('toString'),
  'text.of-u64-radix': method('toString'),
  'text.toFixed': method('toFixed'),
  'text.toExponential': method('toExponential'),
  'text.to-shortest-exponential': method('toExponential'),
  'text.toPrecision': method('toPrecision'),
  'json.quote': sameFunction('JSON.stringify'),
  'text.to-number': sameFunction('Number'),
  'text.parse-float': sameFunction('parseFloat'),
  'text.parse-int': sameFunction('parseInt'),
};

const SUFFIX = {
  i8: 'Int8', u8: 'Uint8', i16: 'Int16', u16: 'Uint16', i32: 'Int32', u32: 'Uint32',
  f32: 'Float32', f64: 'Float64', i64: 'BigInt64', u64: 'BigUint64',
} as const; // prettier-ignore

type Access = 'get' | 'set';
type ViewElement = keyof typeof SUFFIX;
const VIEW = Object.fromEntries(
  (['get', 'set'] as const).flatMap((access) =>
    Object.entries(SUFFIX).map(([element, suffix]) => [
      `dataview.${access}.${element}`,
      method(`${access}${suffix}`),
    ]),
  ),
) as unknown as { readonly [K in `dataview.${Access}.${ViewElement}`]: PrintBuiltin };

type MathName = Extract<BuiltinName, `Math.${string}`>;
const MATH = Object.fromEntries(
  (Object.keys(BUILTINS) as BuiltinName[])
    .filter((name) => name.startsWith('Math.'))
    .map((name) => [name, sameName(name)]),
) as unknown as { readonly [K in MathName]: PrintBuiltin };

export const BUILTIN_PRINTERS: { readonly [K in BuiltinName]: PrintBuiltin } = {
  ...MATH,
  ...VIEW,
  ...STRING_PRINTERS,
  'typedarray.new': preludeOfArray('newTypedArray'),
  'typedarray.on-buffer': preludeOfArray('viewOnBuffer'),
  'typedarray.length': property('length'),
  'typedarray.buffer': property('buffer'),
  'error.stack': property('stack'),
  'typedarray.byteOffset': property('byteOffset'),
  'typedarray.subarray': method('subarray'),
  'typedarray.slice': method('slice'),
  'typedarray.fill': method('fill'),
  'typedarray.copyWithin': method('copyWithin'),
  'typedarray.set': method('set'),
  // The pointer's memory is the array's own.
  'typedarray.data': ([array], _, printer) => {
    const scoped = call(`${printer.runtime('rffi')}.scoped_nonmovingbuffer`, [
      array?.code.text ?? '',
    ]);
    return call(printer.prelude('shownBuffer'), [scoped.text]);
  },
  'rffi.bounded': ([pointer, count], _, printer) => {
    const scoped = call(`${printer.runtime('rffi')}.scoped_bounded`, [
      pointer?.code.text ?? '',
      `Number(${count?.code.text ?? ''})`,
    ]);
    return call(printer.prelude('shownBuffer'), [scoped.text]);
  },
  'rffi.end-buffer': preludeCall('endBuffer'),
  'host.call': preludeCall('hostCall'),
  'host.hold': preludeCall('hostHold'),
  'host.collect': preludeCall('hostCollect'),
  'object.identityHash': preludeCall('identityHash'),
  'weakref.new': ([target]) => call('new WeakRef', [target?.code.text ?? '']),
  'weakref.deref': method('deref'),
  // Nothing says what else refers to an object of JavaScript.
  'weakref.toggle': () => tight('false'),
  'array.length': property('length'),
  'array.truncate': preludeCall('truncateArray'),
  'array.push': heldMethod('push'),
  'array.pop': method('pop'),
  'array.filled': preludeCall('filledArray'),
  'array.append': preludeCall('appendItems'),
  'array.slice': method('slice'),
  'array.fill': ([array, value, ...range]) =>
    call(`${operand(array)}.fill`, [value?.code.text ?? '', ...range.map(numberText)]),
  'array.copyWithin': method('copyWithin'),
  'arraybuffer.new': preludeCall('newBuffer'),
  'arraybuffer.byteLength': property('byteLength'),
  'arraybuffer.slice': method('slice'),
  'dataview.new': preludeCall('newView'),
  'dataview.byteLength': property('byteLength'),
  'number.to-index': preludeCall('toIndex'),
  'console.write': ([descriptor, line]) =>
    call(descriptor?.code.text === '2' ? 'console.error' : 'console.log', [line?.code.text ?? '']),
  'Date.now': sameFunction('Date.now'),
  'performance.now': sameFunction('performance.now'),
  'offthread.aborted': preludeCall('jobAborted'),
  'offthread.progress': preludeCall('jobProgress'),
  'lltype.free': ([pointer], _, printer) =>
    call(`${printer.runtime('lltype')}.free`, [pointer?.code.text ?? '', `{ flavor: 'raw' }`]),
  'lltype.render_immortal': ([pointer], _, printer) =>
    call(`${printer.runtime('lltype')}.render_immortal`, [pointer?.code.text ?? '']),
  'lltype.end-stack': ([pointer], _, printer) =>
    call(`${printer.runtime('lltype')}.free`, [pointer?.code.text ?? '', `{ flavor: 'raw' }`]),
  'rposix.saved-errno': ([alternate], _, printer) =>
    call(`${printer.runtime('rposix')}.get_saved_${errnoName(alternate)}`, []),
  'rposix.save-errno': ([alternate, value], _, printer) =>
    call(`${printer.runtime('rposix')}.set_saved_${errnoName(alternate)}`, [
      value?.code.text ?? '',
    ]),
  'lltype.length': property('length'),
  'rffi.free_callback': rffiCall('free_callback'),
  'rffi.ptradd': rffiCall('ptradd'),
  'rffi.c_memcpy': rffiCall('c_memcpy'),
  'rffi.c_memset': rffiCall('c_memset'),
  'lltype.prebuilt': ([contents], type, printer) => tight(prebuiltName(contents, type, printer)),
  'int.add-overflows': overflowing('+'),
  'int.sub-overflows': overflowing('-'),
  'int.mul-overflows': overflowing('*'),
  'rarithmetic.uint_mul_high': rarithmeticCall('uint_mul_high'),
  'rarithmetic.count_leading_zeros': rarithmeticCall('count_leading_zeros'),
  'rarithmetic.float2longlong': ([x], _, printer) =>
    call('BigInt.asUintN', [
      '64',
      `${printer.runtime('rarithmetic')}.float2longlong(${x?.code.text ?? ''})`,
    ]),
  'rarithmetic.longlong2float': rarithmeticCall('longlong2float'),
  'rffi.str2charp': rffiCall('str2charp'),
  'rffi.charp2str': rffiCall('charp2str'),
  'rffi.charpsize2str': rffiCall('charpsize2str'),
};

const operand = (argument: Argument | undefined): string =>
  argument ? operandText(argument.code) : '';

/** `1.toFixed` would be a number with a fraction. */
function memberOperand(argument: Argument | undefined): string {
  const text = operand(argument);
  return /^\d/.test(text) ? `(${text})` : text;
}

function constructorName(type: RtsType): string {
  if (type.kind !== 'typedarray') throw new Error(`no constructor of ${type.kind}`);
  return type.name;
}

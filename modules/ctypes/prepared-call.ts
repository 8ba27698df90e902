// A function of fixed types → a JavaScript function that makes calls of it with nothing between but what the types need: its text is made
// for it, so that V8 inlines what it calls.
import { inFront, resultSource } from '../_ffi/bare-source.ts';
import { bareOf } from '../_ffi/func-ptr.ts';
import { generate } from '../_ffi/support.ts';
import { addressIn } from './address-cell.ts';
import { ArrayData, isArrayOf } from './array.ts';
import type { Caller, Raw } from './caller.ts';
import { passer } from './by-value.ts';
import { type CType, infoOf, isType } from './cdata.ts';
import { swapIn, swapOut } from './errno.ts';
import { type Quick, quickDefault, quickOf } from './quick.ts';

/** What takes the arguments that the prepared call does not. */
export type Other = (args: IArguments) => unknown;

interface Argument {
  readonly quick: (Quick & { readonly type?: CType }) | null;
  /** It is converted where it is no usual value; else `other` takes the whole call. */
  readonly isConverted: boolean;
}

/** With `argtypes`. Null where a value decides what it is passed as. */
export function preparedCall(caller: Caller, other: Other): Raw | null {
  const { raw, argtypes } = caller;
  if (!raw || !argtypes) return null;
  const args = argtypes.map((type, index) => ({ quick: quickOf(type, index), isConverted: true }));
  return make(caller, { args, raw, other });
}

/** Without, for calls with values like these. Null where they are no plain numbers, texts, views, arrays and pointers. */
export function preparedFor(caller: Caller, values: readonly unknown[], other: Other): Raw | null {
  const quicks = values.map(quickDefault);
  const known = quicks.filter((quick) => quick !== null);
  if (known.length < quicks.length) return null;
  const raw = caller.rawOf(known.map(({ ffi }) => ffi));
  const args = known.map((quick) => ({ quick, isConverted: false }));
  return make(caller, { args, raw, other });
}

interface Parts {
  readonly args: readonly Argument[];
  readonly raw: Raw;
  readonly other: Other;
}

function make(caller: Caller, { args, raw, other }: Parts): Raw {
  const { receive } = caller.receiver;
  const values: Record<string, unknown> = { raw, other, addressIn, isArrayOf, ArrayData, receive };
  Object.assign(values, { swapIn, swapOut });
  args.forEach(({ quick }, index) => {
    const parameter = quick?.type ?? caller.argtypes?.[index];
    values[`type${index}`] = parameter;
    if (isType(parameter) && infoOf(parameter).ffi?.kind === 'struct')
      values[`pass${index}`] = passer(parameter);
    values[`convert${index}`] = (value: unknown) => caller.convert(index, value);
  });
  const parameters = args.map((_, index) => `a${index}`).join(', ');
  const tests = args.map(({ quick, isConverted }) =>
    isConverted ? (quick?.isOther ?? []) : `!(${quick?.test})`,
  );
  const guards = [`arguments.length !== ${args.length}`, ...tests.flat()];
  const { useErrno } = caller.call;
  const body = [
    `if (${guards.join(' || ')}) return other(arguments);`,
    ...args.map(conversionOf),
    useErrno ? 'swapIn();' : '',
    `const result = raw(${args.map((_, index) => `v${index}`).join(', ')});`,
    useErrno ? 'swapOut();' : '',
    ...args.map(keepOf),
    receive ? 'return receive(result);' : 'return result;',
  ].filter((line) => line !== '');
  const source = `return function (${parameters}) {\n  ${body.join('\n  ')}\n};`;
  const general = generate(source, values) as Raw;
  const shape = useErrno ? undefined : bareOf(raw);
  const bares = args.flatMap(({ quick }) => quick?.bare ?? []);
  if (!shape || bares.length < args.length) return general;
  const result = resultSource(shape);
  const given = receive ? `receive(${result})` : result;
  return inFront(shape, bares, given, { ...values, general }) as Raw;
}

function conversionOf({ quick, isConverted }: Argument, index: number): string {
  const converted = `convert${index}(a${index})`;
  if (!quick) return `const v${index} = ${converted};`;
  if (!isConverted) return `const v${index} = ${quick.pass};`;
  return `const v${index} = (${quick.test}) ? ${quick.pass} : ${converted};`;
}

/** V8's collector sees the argument until here. */
const keepOf = ({ quick }: Argument, index: number): string =>
  !quick || quick.keeps ? `if (a${index} === own) throw 0;` : '';

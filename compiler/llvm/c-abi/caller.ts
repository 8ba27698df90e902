// A C function → the text of a function that calls it for compiled code, and is inlined there. It takes the environment, the
// address of a function behind a pointer, the address for a structure that is the result, then the arguments: a structure as its
// address.
import { symbolOf } from '../../builtins/c-symbols.ts';
import { sizeOf } from '../../../runtime/lltype/layout.ts';
import type { CFunction, LowLevelType } from '../../../runtime/lltype/types.ts';
import { RFFI_ERR } from '../../../runtime/lltype/errno-flags.ts';
import {
  invocation,
  type PackedCall,
  packingText,
  type Parameter,
  parameterList,
  runText,
  unpackingText,
} from './packed-call.ts';
import {
  argumentRegisters,
  classify,
  nextArgument,
  type Passed,
  type Piece,
} from '../../../runtime/lltype/classify.ts';

const isWide = (type: LowLevelType): boolean => type.kind === 'primitive' && type.machine === 'f80';

export const needsCaller = ({
  args,
  result,
  variadic,
  pointer,
  save_err,
  releasegil,
  use,
}: CFunction): boolean =>
  use !== 'call' ||
  pointer ||
  variadic ||
  save_err !== 0 ||
  releasegil ||
  [...args, result].some((type) => isWide(type) || type.kind === 'struct');

/** Its name: one for each way in which a symbol is called. */
export const callerOf = (callee: CFunction): string => {
  if (callee.use !== 'call') return `mm.address.${symbolOf(callee)}`;
  const types = [...callee.args, callee.result].map(typeKey).join();
  return `mm.c.${callee.pointer ? '' : symbolOf(callee)}(${types}${callee.variadic ? ';' + callee.fixed : ''})${callee.save_err}${callee.releasegil ? ' released' : ''}`;
};

function typeKey(type: LowLevelType): string {
  const passed = classify(type);
  switch (passed.kind) {
    case 'scalar':
      return `${passed.type} ${passed.attribute}`.trim();
    case 'pieces':
      return `{${passed.pieces.map((piece) => `${piece.type}@${piece.offset}`).join()}}${sizeOf(type)}`;
    case 'memory':
      return `[${passed.size}/${passed.align}]`;
    case 'nothing':
      return 'void';
  }
}

/** What a caller takes for an argument, in LLVM's text. */
function parameterType(type: LowLevelType): string {
  if (isWide(type)) return 'double';
  const passed = classify(type);
  return passed.kind === 'scalar' ? passed.type : 'i8*';
}

export const callText = (callee: CFunction): string =>
  callee.releasegil
    ? new CallerText(callee, `${callerOf(callee)} here`).released(callerOf(callee))
    : new CallerText(callee, callerOf(callee)).text();

class CallerText {
  readonly #callee: CFunction;
  readonly #symbol: string;
  readonly #result: Passed;
  readonly #lines: string[] = [];
  /** Of the C function, with attributes; the types alone make its type. */
  readonly #operands: {
    readonly type: string;
    readonly attribute: string;
    readonly value: string;
  }[] = [];
  #names = 0;

  constructor(callee: CFunction, symbol: string) {
    this.#callee = callee;
    this.#symbol = symbol;
    this.#result = classify(callee.result);
  }

  text(): string {
    if (this.#callee.use !== 'call') return this.#address();
    const { args } = this.#callee;
    this.#resultAddress();
    const left = argumentRegisters(this.#result);
    args.forEach((type, index) => this.#argument(`%a${index}`, nextArgument(type, left), type));
    this.#before();
    const value = this.#call();
    this.#after();
    this.#finish(value);
    return [
      `define internal ${this.#given} @"${this.#symbol}"(${parameterList(this.#parameters)}) alwaysinline nounwind {`,
      ...this.#lines.map((line) => `  ${line}`),
      '}',
    ].join('\n');
  }

  /** The same call, which a helper thread makes. errno is that of the thread; what is saved of it is the environment's. */
  released(symbol: string): string {
    const packed: PackedCall = {
      run: `@"${symbol} run"`,
      callee: `@"${this.#symbol}"`,
      result: { type: this.#given, attribute: '' },
      parameters: this.#parameters,
    };
    return [
      this.text(),
      runText(packed),
      `define internal ${invocation(packed, `@"${symbol}"`)} noinline nounwind {`,
      ...[
        ...packingText(packed),
        `call void @mm.relay.release(i8* %env, void (i8*)* ${packed.run}, i8* %frame)`,
        ...unpackingText(packed),
      ].map((line) => `  ${line}`),
      '}',
    ].join('\n');
  }

  get #parameters(): readonly Parameter[] {
    const { args, result, pointer } = this.#callee;
    const address = (name: string): Parameter => ({ type: 'i8*', attribute: '', name });
    return [
      address('%env'),
      ...(pointer ? [address('%code')] : []),
      ...(result.kind === 'struct' ? [address('%into')] : []),
      ...args.map((type, index) => ({
        type: parameterType(type),
        attribute: '',
        name: `%a${index}`,
      })),
    ];
  }

  /** The type of what it returns. */
  get #given(): string {
    const { result } = this.#callee;
    return result.kind === 'struct' || this.#result.kind === 'nothing'
      ? 'void'
      : parameterType(result);
  }

  #address(): string {
    const type = this.#callee.use === 'variable' ? 'i8' : 'void ()';
    const symbol = `@"\\01${symbolOf(this.#callee)}"`;
    const value = type === 'i8' ? symbol : `bitcast (${type}* ${symbol} to i8*)`;
    return `define internal i8* @"${this.#symbol}"(i8* %env) alwaysinline nounwind {\n  ret i8* ${value}\n}`;
  }

  #name(): string {
    return `%t${this.#names++}`;
  }

  #set(text: string): string {
    const name = this.#name();
    this.#lines.push(`${name} = ${text}`);
    return name;
  }

  #at(base: string, offset: number, type: string): string {
    const address = offset === 0 ? base : this.#set(`getelementptr i8, i8* ${base}, i64 ${offset}`);
    return this.#set(`bitcast i8* ${address} to ${type}*`);
  }

  #resultAddress(): void {
    if (this.#result.kind !== 'memory') return;
    const { size, align } = this.#result;
    const type = `[${size} x i8]`;
    const value = this.#at('%into', 0, type);
    this.#operands.push({ type: `${type}*`, attribute: `sret(${type}) align ${align}`, value });
  }

  #argument(value: string, passed: Passed, type: LowLevelType): void {
    switch (passed.kind) {
      case 'scalar': {
        const given = isWide(type) ? this.#set(`fpext double ${value} to x86_fp80`) : value;
        this.#operands.push({ type: passed.type, attribute: passed.attribute, value: given });
        break;
      }
      case 'pieces':
        for (const piece of passed.pieces) {
          const loaded = this.#load(value, piece);
          this.#operands.push({ type: piece.type, attribute: '', value: loaded });
        }
        break;
      case 'memory': {
        const bytes = `[${passed.size} x i8]`;
        const attribute = `byval(${bytes}) align ${passed.align}`;
        this.#operands.push({ type: `${bytes}*`, attribute, value: this.#at(value, 0, bytes) });
        break;
      }
      case 'nothing':
    }
  }

  #load(base: string, { type, offset }: Piece): string {
    return this.#set(`load ${type}, ${type}* ${this.#at(base, offset, type)}, align 1, !tbaa !2`);
  }

  #before(): void {
    const { save_err } = this.#callee;
    if (save_err & RFFI_ERR.RFFI_ZERO_ERRNO_BEFORE)
      this.#lines.push('call void @mm.errno.set(i32 0)');
    if (save_err & RFFI_ERR.RFFI_READSAVED_ERRNO)
      this.#lines.push(`call void @mm.errno.restore(i8* %env, i1 ${this.#isAlternate})`);
  }

  #after(): void {
    if (this.#callee.save_err & RFFI_ERR.RFFI_SAVE_ERRNO)
      this.#lines.push(`call void @mm.errno.save(i8* %env, i1 ${this.#isAlternate})`);
  }

  get #isAlternate(): boolean {
    return (this.#callee.save_err & RFFI_ERR.RFFI_ALT_ERRNO) !== 0;
  }

  /** The type of what the C function returns. */
  get #returned(): string {
    switch (this.#result.kind) {
      case 'scalar':
        return this.#result.type;
      case 'pieces': {
        const [first, second] = this.#result.pieces.map(({ type }) => type);
        return second === undefined ? (first ?? 'void') : `{ ${first}, ${second} }`;
      }
      default:
        return 'void';
    }
  }

  #call(): string {
    const { variadic, pointer, fixed } = this.#callee;
    const returned = this.#returned;
    const hidden = this.#result.kind === 'memory' ? 1 : 0;
    const types = this.#operands.map(({ type }) => type);
    const declared = variadic
      ? [...types.slice(0, this.#operandsOf(fixed) + hidden), '...']
      : types;
    const type = `${returned} (${declared.join(', ')})`;
    const callee = pointer
      ? this.#set(`bitcast i8* %code to ${type}*`)
      : `bitcast (void ()* @"\\01${symbolOf(this.#callee)}" to ${type}*)`;
    const values = this.#operands.map(({ type: of, attribute, value }) =>
      [of, attribute, value].filter((part) => part !== '').join(' '),
    );
    const attribute = this.#result.kind === 'scalar' ? this.#result.attribute : '';
    const call = `call ${[attribute, variadic ? type : returned].join(' ').trim()} ${callee}(${values.join(', ')}) nounwind`;
    if (returned !== 'void') return this.#set(call);
    this.#lines.push(call);
    return '';
  }

  /** LLVM operands of the first `count` arguments. */
  #operandsOf(count: number): number {
    const left = argumentRegisters(this.#result);
    return this.#callee.args.slice(0, count).reduce((sum, type) => {
      const passed = nextArgument(type, left);
      return (
        sum + (passed.kind === 'pieces' ? passed.pieces.length : passed.kind === 'nothing' ? 0 : 1)
      );
    }, 0);
  }

  #finish(value: string): void {
    const { result } = this.#callee;
    switch (this.#result.kind) {
      case 'scalar': {
        const [type, given] = isWide(result)
          ? ['double', this.#set(`fptrunc x86_fp80 ${value} to double`)]
          : [this.#result.type, value];
        this.#lines.push(`ret ${type} ${given}`);
        return;
      }
      case 'pieces':
        this.#store(value, this.#result.pieces);
        break;
      default:
    }
    this.#lines.push('ret void');
  }

  #store(value: string, pieces: readonly Piece[]): void {
    pieces.forEach(({ type, offset }, index) => {
      const part =
        pieces.length === 1
          ? value
          : this.#set(`extractvalue ${this.#returned} ${value}, ${index}`);
      const address = this.#at('%into', offset, type);
      this.#lines.push(`store ${type} ${part}, ${type}* ${address}, align 1, !tbaa !2`);
    });
  }
}

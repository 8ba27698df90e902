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
import type { CAbi, Passed, Piece } from '../../../runtime/lltype/passing.ts';

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
export const callerOf = (callee: CFunction, abi: CAbi): string => {
  if (callee.use !== 'call') return `mm.address.${symbolOf(callee)}`;
  const types = [...callee.args, callee.result].map((type) => typeKey(type, abi)).join();
  return `mm.c.${callee.pointer ? '' : symbolOf(callee)}(${types}${callee.variadic ? ';' + callee.fixed : ''})${callee.save_err}${callee.releasegil ? ' released' : ''}`;
};

function typeKey(type: LowLevelType, abi: CAbi): string {
  const passed = abi.classify(type);
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
function parameterType(type: LowLevelType, abi: CAbi): string {
  if (isWide(type)) return 'double';
  const passed = abi.classify(type);
  return passed.kind === 'scalar' ? passed.type : 'i8*';
}

export function callText(callee: CFunction, abi: CAbi): string {
  const symbol = callerOf(callee, abi);
  return callee.releasegil
    ? new CallerText(callee, `${symbol} here`, abi).released(symbol)
    : new CallerText(callee, symbol, abi).text();
}

class CallerText {
  readonly #callee: CFunction;
  readonly #symbol: string;
  readonly #abi: CAbi;
  readonly #result: Passed;
  readonly #lines: string[] = [];
  /** Of the C function, with attributes; the types alone make its type. */
  readonly #operands: {
    readonly type: string;
    readonly attribute: string;
    readonly value: string;
  }[] = [];
  #names = 0;

  constructor(callee: CFunction, symbol: string, abi: CAbi) {
    this.#callee = callee;
    this.#symbol = symbol;
    this.#abi = abi;
    this.#result = abi.classify(callee.result);
  }

  text(): string {
    if (this.#callee.use !== 'call') return this.#address();
    const { args } = this.#callee;
    this.#resultAddress();
    const passedAs = this.#abi.arguments(this.#result);
    args.forEach((type, index) => this.#argument(`%a${index}`, passedAs(type), type));
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
        type: parameterType(type, this.#abi),
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
      : parameterType(result, this.#abi);
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
        const given = isWide(type)
          ? this.#set(`fpext double ${value} to ${this.#abi.longDouble}`)
          : value;
        this.#operands.push({ type: passed.type, attribute: passed.attribute, value: given });
        break;
      }
      case 'pieces':
        for (const piece of passed.pieces) {
          const loaded = this.#load(value, piece, sizeOf(type));
          this.#operands.push({ type: piece.type, attribute: '', value: loaded });
        }
        break;
      case 'memory':
        this.#operands.push(this.#inMemory(value, passed.size, passed.align));
        break;
      case 'nothing':
    }
  }

  #inMemory(value: string, size: number, align: number) {
    const bytes = `[${size} x i8]`;
    if (this.#abi.inMemory === 'by address')
      return { type: 'i8*', attribute: '', value: this.#copied(value, size, size, align) };
    const attribute = `byval(${bytes}) align ${align}`;
    return { type: `${bytes}*`, attribute, value: this.#at(value, 0, bytes) };
  }

  /** The address of a copy, in the frame, that has room for more. */
  #copied(from: string, size: number, room: number, align: number): string {
    const place = this.#place(room, align);
    this.#lines.push(`call void @mm.copy(i8* ${from}, i8* ${place}, i64 ${size})`);
    return place;
  }

  /** It lives as long as the frame of the function that this is inlined into. */
  #place(room: number, align: number): string {
    const type = `[${room} x i8]`;
    return this.#set(`bitcast ${type}* ${this.#set(`alloca ${type}, align ${align}`)} to i8*`);
  }

  /** `size`: of the structure. Nothing behind its end is read. */
  #load(base: string, { type, offset, bytes }: Piece, size: number): string {
    const isShort = offset + bytes > size;
    const from = isShort ? this.#copied(base, size, offset + bytes, 16) : base;
    return this.#set(`load ${type}, ${type}* ${this.#at(from, offset, type)}, align 1, !tbaa !2`);
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
    const passedAs = this.#abi.arguments(this.#result);
    return this.#callee.args.slice(0, count).reduce((sum, type) => {
      const passed = passedAs(type);
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
          ? ['double', this.#set(`fptrunc ${this.#abi.longDouble} ${value} to double`)]
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
    const size = sizeOf(this.#callee.result);
    pieces.forEach(({ type, offset, bytes }, index) => {
      const part =
        pieces.length === 1
          ? value
          : this.#set(`extractvalue ${this.#returned} ${value}, ${index}`);
      const isShort = offset + bytes > size;
      const base = isShort ? this.#place(offset + bytes, 16) : '%into';
      const address = this.#at(base, offset, type);
      this.#lines.push(`store ${type} ${part}, ${type}* ${address}, align 1, !tbaa !2`);
      if (isShort) this.#lines.push(`call void @mm.copy(i8* ${base}, i8* %into, i64 ${size})`);
    });
  }
}

// The type of a callback, and the graph that runs it → the text of the function that C calls, for all pointers of the type. It finds the
// closure by the record that the pointer's own code hands on (runtime/core/callbacks.ts), and calls the graph as the host would. On another
// thread it asks the environment's to make the same call (runtime/prelude/relay.ll).
import { sizeOf } from '../../../runtime/lltype/layout.ts';
import type { FuncType, LowLevelType } from '../../../runtime/lltype/types.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { Unit } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { graphSymbol } from '../graph-symbol.ts';
import {
  invocation,
  type PackedCall,
  packingText,
  type Parameter,
  runText,
  unpackingText,
} from './packed-call.ts';
import type { CAbi, Passed } from '../../../runtime/lltype/passing.ts';

export interface Callback {
  readonly type: FuncType;
  /** Takes the closure, then the arguments. */
  readonly graph: string;
}

export const thunkSymbol = (graph: string): string => `mm.thunk.${graph}`;

/** Each graph once. */
export function callbacksOf({ graphs }: Unit): readonly Callback[] {
  const found = new Map<string, Callback>();
  for (const graph of graphs.values())
    for (const { ops } of reversePostorder(graph))
      for (const { name, attributes } of ops) {
        if (name !== 'callback_new') continue;
        const { callee, container } = attributes;
        if (callee === undefined || container?.kind !== 'func')
          throw new InternalError('callback_new without its attributes');
        found.set(callee, { type: container, graph: callee });
      }
  return [...found.values()];
}

export function callbackText({ type, graph }: Callback, abi: CAbi): string {
  return new ThunkText(type, graph, abi).text();
}

/** The type of a value in low graphs. */
const lowType = (type: LowLevelType, abi: CAbi): string => {
  const passed = abi.classify(type);
  if (passed.kind === 'nothing') return 'void';
  if (passed.kind !== 'scalar') return 'i8*';
  return passed.type === abi.longDouble ? 'double' : passed.type;
};

class ThunkText {
  readonly #type: FuncType;
  readonly #graph: string;
  readonly #abi: CAbi;
  readonly #parameters: Parameter[] = [{ type: 'i8*', attribute: 'nest', name: '%record' }];
  readonly #arguments: string[] = [];
  readonly #lines: string[] = [];
  #names = 0;

  constructor(type: FuncType, graph: string, abi: CAbi) {
    this.#type = type;
    this.#graph = graph;
    this.#abi = abi;
  }

  text(): string {
    const { args, result } = this.#type;
    const returned = this.#abi.classify(result);
    if (returned.kind === 'memory') {
      const bytes = `[${returned.size} x i8]`;
      const attribute = `sret(${bytes}) align ${returned.align}`;
      this.#parameters.unshift({ type: `${bytes}*`, attribute, name: '%into' });
    }
    const passedAs = this.#abi.arguments(returned);
    args.forEach((arg, index) => this.#argument(`%a${index}`, passedAs(arg), arg));
    const symbol = `@"${graphSymbol(this.#graph)}"`;
    const low = lowType(result, this.#abi);
    const types = ['i8*', 'i8*', ...args.map((arg) => lowType(arg, this.#abi))];
    const call = `call ${low} ${symbol}(${['i8* %env', 'i8* %closure', ...this.#arguments].join(', ')})`;
    const zeros = `@"${this.#zeros}" = private unnamed_addr constant [${result.kind === 'struct' ? sizeOf(result) : 1} x i8] zeroinitializer`;
    const asked: PackedCall = {
      run: `@"mm.asked.${this.#graph}"`,
      callee: `@"${thunkSymbol(this.#graph)}"`,
      result:
        returned.kind === 'scalar' ? returned : { type: this.#returned(returned), attribute: '' },
      parameters: this.#parameters,
    };
    return [
      ...(result.kind === 'struct' ? [zeros] : []),
      // The graph's body follows in another module. It is no other's to see, and nobody else calls it.
      `declare hidden ${low} ${symbol}(${types.join(', ')}) alwaysinline`,
      awayText(asked, this.#away),
      runText(asked),
      `define internal ${invocation(asked, asked.callee)} nounwind {`,
      ...[
        '%is.home = call i1 @mm.callback.is_home(i8* %record)',
        'br i1 %is.home, label %home, label %away, !prof !7',
      ].map((line) => `  ${line}`),
      'away:',
      ...awayCall(asked, this.#away).map((line) => `  ${line}`),
      'home:',
      ...[
        '%env = call i8* @mm.callback.env(i8* %record)',
        '%entered = call i8* @mm.heap_enter(i8* %env)',
        '%closure = call i8* @mm.callback.closure(i8* %env, i8* %record)',
        ...this.#lines,
        low === 'void' ? call : `%${result.kind === 'struct' ? 'given' : 'value'} = ${call}`,
        ...(result.kind === 'struct' ? this.#orZeros(sizeOf(result)) : []),
        'call void @mm.heap_leave(i8* %env, i8* %entered)',
        ...this.#finish(returned),
      ].map((line) => `  ${line}`),
      '}',
    ].join('\n');
  }

  get #away(): string {
    return `@"mm.away.${this.#graph}"`;
  }

  get #zeros(): string {
    return `mm.zeros.${this.#graph}`;
  }

  /** What C gets where the function threw. */
  #orZeros(bytes: number): readonly string[] {
    const zeros = `getelementptr ([${bytes} x i8], [${bytes} x i8]* @"${this.#zeros}", i64 0, i64 0)`;
    return [
      '%none = icmp eq i8* %given, null',
      `%value = select i1 %none, i8* ${zeros}, i8* %given`,
    ];
  }

  #set(text: string): string {
    const name = `%t${this.#names++}`;
    this.#lines.push(`${name} = ${text}`);
    return name;
  }

  #argument(name: string, passed: Passed, type: LowLevelType): void {
    switch (passed.kind) {
      case 'scalar': {
        this.#parameters.push({ type: passed.type, attribute: passed.attribute, name });
        const { longDouble } = this.#abi;
        const value =
          passed.type === longDouble ? this.#set(`fptrunc ${longDouble} ${name} to double`) : name;
        this.#arguments.push(`${lowType(type, this.#abi)} ${value}`);
        break;
      }
      case 'memory': {
        if (this.#abi.inMemory === 'by address') {
          this.#parameters.push({ type: 'i8*', attribute: '', name });
          this.#arguments.push(`i8* ${name}`);
          break;
        }
        const bytes = `[${passed.size} x i8]`;
        const attribute = `byval(${bytes}) align ${passed.align}`;
        this.#parameters.push({ type: `${bytes}*`, attribute, name });
        this.#arguments.push(`i8* ${this.#set(`bitcast ${bytes}* ${name} to i8*`)}`);
        break;
      }
      case 'pieces': {
        const room = Math.max(sizeOf(type), ...passed.pieces.map((one) => one.offset + one.bytes));
        const bytes = `[${Math.ceil(room / 8) * 8} x i8]`;
        const place = this.#set(`alloca ${bytes}, align 16`);
        const base = this.#set(`bitcast ${bytes}* ${place} to i8*`);
        passed.pieces.forEach((piece, index) => {
          const part = `${name}.${index}`;
          this.#parameters.push({ type: piece.type, attribute: '', name: part });
          this.#store(base, piece.offset, piece.type, part);
        });
        this.#arguments.push(`i8* ${base}`);
        break;
      }
      case 'nothing':
    }
  }

  #store(base: string, offset: number, type: string, value: string): void {
    const at = this.#set(`getelementptr i8, i8* ${base}, i64 ${offset}`);
    const typed = this.#set(`bitcast i8* ${at} to ${type}*`);
    this.#lines.push(`store ${type} ${value}, ${type}* ${typed}, align 1`);
  }

  #returned(passed: Passed): string {
    if (passed.kind !== 'pieces') return 'void';
    const [first = 'void', second] = passed.pieces.map(({ type }) => type);
    return second === undefined ? first : `{ ${first}, ${second} }`;
  }

  /** Of a structure the graph gives the address. */
  #finish(returned: Passed): readonly string[] {
    switch (returned.kind) {
      case 'nothing':
        return ['ret void'];
      case 'scalar':
        return returned.type === this.#abi.longDouble
          ? [`%wide = fpext double %value to ${returned.type}`, `ret ${returned.type} %wide`]
          : [`ret ${returned.type} %value`];
      case 'memory':
        return [
          `%to = bitcast [${returned.size} x i8]* %into to i8*`,
          `call void @mm.copy(i8* %value, i8* %to, i64 ${returned.size})`,
          'ret void',
        ];
      case 'pieces': {
        const type = this.#returned(returned);
        const size = sizeOf(this.#type.result);
        const end = Math.max(...returned.pieces.map((piece) => piece.offset + piece.bytes));
        const loads = [
          ...wholeText(size, end),
          ...returned.pieces.flatMap((piece, index) => [
            `%p${index} = getelementptr i8, i8* %whole, i64 ${piece.offset}`,
            `%q${index} = bitcast i8* %p${index} to ${piece.type}*`,
            `%r${index} = load ${piece.type}, ${piece.type}* %q${index}, align 1`,
          ]),
        ];
        if (returned.pieces.length === 1) return [...loads, `ret ${type} %r0`];
        const [a, b] = returned.pieces.map((piece) => piece.type);
        return [
          ...loads,
          `%pair0 = insertvalue ${type} undef, ${a} %r0, 0`,
          `%pair1 = insertvalue ${type} %pair0, ${b} %r1, 1`,
          `ret ${type} %pair1`,
        ];
      }
    }
  }
}

/** `%whole`: the address of the structure at `%value`, or where more is read than it has, of a copy with room for that. */
const wholeText = (size: number, end: number): readonly string[] =>
  end <= size
    ? ['%whole = getelementptr i8, i8* %value, i64 0']
    : [
        `%room = alloca [${end} x i8], align 16`,
        `%whole = bitcast [${end} x i8]* %room to i8*`,
        `call void @mm.copy(i8* %value, i8* %whole, i64 ${size})`,
      ];

// ---- on another thread ----

/** Asks the environment's thread; zero where that has ended. A function of its own: so the other path has a small frame. */
const awayText = (call: PackedCall, symbol: string): string =>
  [
    `define internal ${invocation(call, symbol)} nounwind noinline cold {`,
    ...[
      ...packingText(call),
      '%relay = call %mm.relay* @mm.callback.relay(i8* %record)',
      `%answered = call i1 @mm.relay.ask(%mm.relay* %relay, void (i8*)* ${call.run}, i8* %frame)`,
      ...unpackingText(call),
    ].map((line) => `  ${line}`),
    '}',
  ].join('\n');

function awayCall(asked: PackedCall, symbol: string): readonly string[] {
  const call = `call ${invocation(asked, symbol)}`;
  const { type } = asked.result;
  return type === 'void' ? [call, 'ret void'] : [`%elsewhere = ${call}`, `ret ${type} %elsewhere`];
}

// The object of a whole program that is compiled in parts, as LLVM's text: the descriptors of all types, where all module-level variables
// lie, and what is done for all modules. It changes only when the facts of a module do, not when its code does.
import {
  BUILTIN_IDS,
  BUILTINS,
  COLLECTOR_BYTES,
  FIRST_ID,
  WORD,
  type Descriptor,
} from '../heap/descriptors.ts';
import { aligned } from '../heap/layout.ts';
import { EMPTY, EMPTY_TYPE } from '../characters.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { quoted } from '../quoted.ts';
import { PROGRAM_INITIALIZER, TELL_FIELDS } from '../../graph/unit.ts';
import type { PartFacts, SlotFacts } from './facts.ts';
import {
  BYTES,
  closureName,
  idName,
  NAMES,
  offsetName,
  PROGRAM_FUNCTIONS,
  slotName,
  TABLE_FUNCTION,
  testName,
} from './names.ts';
import { ProgramTypes, rootOf, type ProgramType } from './order.ts';

/** `parts` in evaluation order. To be put behind the prelude. */
export function programText(parts: readonly PartFacts[]): string {
  return new ProgramText(parts).text();
}

class ProgramText {
  readonly #parts: readonly PartFacts[];
  readonly #types: ProgramTypes;
  readonly #slots: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly #calls: readonly SlotFacts[];
  readonly #lines: string[] = [];
  readonly #graphs = new Set<string>();
  readonly #ids = new Map<string, number>();
  readonly #table: string[] = [];
  #end = FIRST_ID;

  constructor(parts: readonly PartFacts[]) {
    this.#parts = parts;
    this.#types = new ProgramTypes(parts);
    const calls = parts.flatMap(({ slots }) => slots);
    this.#calls = [
      ...new Map(calls.map((one) => [slotName(one.owner, one.method), one])).values(),
    ].sort((a, b) => (slotName(a.owner, a.method) < slotName(b.owner, b.method) ? -1 : 1));
    this.#slots = this.#types.slots(this.#calls);
  }

  text(): string {
    this.#descriptors();
    this.#closures();
    this.#tests();
    this.#names();
    this.#globals();
    this.#initializer();
    this.#errors();
    return [...this.#lines, ...[...this.#graphs].map(declared), ''].join('\n');
  }

  #line(text: string): void {
    this.#lines.push(text);
  }

  // ---- types ----

  #descriptors(): void {
    this.#builtins();
    for (const type of this.#types.order) {
      const { descriptor } = type.facts;
      if (descriptor) this.#add(type.name, descriptor, this.#vtable(type));
    }
    for (const [name, descriptor] of sorted(
      this.#parts.flatMap(({ others }) => Object.entries(others)),
    ))
      this.#add(name, descriptor, []);
    const type = `[${this.#table.length} x i64]`;
    const words = this.#table.map((word) => `i64 ${word}`).join(', ');
    this.#line(`@types = private constant ${type} [${words}], align 16`);
    this.#line(
      `define i8* ${named(TABLE_FUNCTION)}() { ret i8* bitcast (${type}* @types to i8*) }`,
    );
    for (const { owner, method } of this.#calls) {
      const slot = this.#slots.get(owner)?.get(method) ?? 0;
      this.#line(
        `${named(slotName(owner, method))} = constant i64 ${COLLECTOR_BYTES + WORD * slot}`,
      );
    }
  }

  #builtins(): void {
    for (const [name, id] of Object.entries(BUILTIN_IDS)) {
      this.#pad(id);
      this.#words(BUILTINS[name as keyof typeof BUILTINS], []);
    }
    this.#pad(FIRST_ID);
  }

  #pad(to: number): void {
    while (this.#table.length * WORD < to) this.#table.push('0');
  }

  #add(name: string, descriptor: Descriptor, vtable: readonly (string | null)[]): void {
    this.#ids.set(name, this.#end);
    this.#line(`${named(idName(name))} = constant i32 ${this.#end}`);
    this.#words(descriptor, vtable);
    this.#end += COLLECTOR_BYTES + WORD * vtable.length;
  }

  /** As `heap-types.ts` writes it. */
  #words(
    { kind, size, itemSize, references }: Descriptor,
    vtable: readonly (string | null)[],
  ): void {
    const pair = (low: number, high: number): string => String(BigInt(low) + (BigInt(high) << 32n));
    this.#table.push(pair(kind, size), pair(itemSize, references.length));
    this.#table.push(this.#offsets(references), '0');
    for (const graph of vtable) this.#table.push(graph === null ? '0' : this.#code(graph));
  }

  #offsets(references: readonly number[]): string {
    if (references.length === 0) return '0';
    const name = `@offsets.${references.join('.')}`;
    const type = `[${references.length} x i32]`;
    const line = `${name} = private constant ${type} [${references.map((one) => `i32 ${one}`).join(', ')}]`;
    if (!this.#lines.includes(line)) this.#line(line);
    return `ptrtoint (${type}* ${name} to i64)`;
  }

  #code(graph: string): string {
    this.#graphs.add(graph);
    return `ptrtoint (void ()* ${named(graphSymbol(graph))} to i64)`;
  }

  #vtable(type: ProgramType): readonly (string | null)[] {
    const table: (string | null)[] = [];
    for (const [method, slot] of this.#slots.get(rootOf(type).name) ?? []) {
      while (table.length <= slot) table.push(null);
      table[slot] = this.#types.method(type, method);
    }
    return table;
  }

  #closures(): void {
    for (const graph of new Set(this.#parts.flatMap(({ closures }) => closures))) {
      this.#graphs.add(graph);
      const id = this.#ids.get(`closure ${graph}`) ?? 0;
      const code = `i8* bitcast (void ()* ${named(graphSymbol(graph))} to i8*)`;
      // 2: STATIC.
      this.#line(
        `${named(closureName(graph))} = constant { i32, i32, i8* } { i32 ${id}, i32 2, ${code} }, align 16`,
      );
    }
  }

  /** For debuggers (`runtime/debugger/`): what the headers of objects say. Nothing of the program refers to it. */
  #names(): void {
    const shown = new Map(this.#types.order.map(({ name, facts }) => [name, facts.shown]));
    const rows = [...this.#ids].map(([name, id]) => `${id} ${shown.get(name) ?? `mixmod ${name}`}`);
    const text = quoted(rows.join('\n'));
    const type = `[${Buffer.byteLength(rows.join('\n')) + 1} x i8]`;
    const global = `@${NAMES}`;
    this.#line(`${global} = constant ${type} c${text.slice(0, -1)}\\00"`);
    this.#line(
      `@llvm.used = appending global [1 x i8*] [i8* bitcast (${type}* ${global} to i8*)], section "llvm.metadata"`,
    );
  }

  #tests(): void {
    for (const name of new Set(this.#parts.flatMap(({ tests }) => tests))) {
      const ranges = this.#ranges(name);
      const tests = ranges.map(
        ([first, bytes], i) =>
          `  %is.${i} = call i1 @mm.object_is(i8* %object, i32 ${first}, i32 ${bytes})`,
      );
      const joined = ranges.map((_, i) =>
        i === 0 ? '  %any.0 = or i1 %is.0, false' : `  %any.${i} = or i1 %any.${i - 1}, %is.${i}`,
      );
      const result = ranges.length === 0 ? 'false' : `%any.${ranges.length - 1}`;
      this.#line(
        [
          `define i1 ${named(testName(name))}(i8* %object) {`,
          ...tests,
          ...joined,
          `  ret i1 ${result}`,
          '}',
        ].join('\n'),
      );
    }
  }

  /** As few ranges of descriptors as hold all types below one. */
  #ranges(above: string): readonly (readonly [first: number, bytes: number])[] {
    const merged: [number, number][] = [];
    for (const type of this.#types.order) {
      const first = this.#ids.get(type.name);
      if (first === undefined || !this.#types.isBelow(type, above)) continue;
      const bytes = COLLECTOR_BYTES + WORD * this.#vtable(type).length;
      const last = merged.at(-1);
      if (last && last[0] + last[1] === first) last[1] += bytes;
      else merged.push([first, bytes]);
    }
    return merged;
  }

  // ---- module-level variables ----

  #globals(): void {
    const all = new Map(this.#parts.flatMap(({ globals }) => globals.map((one) => [one.id, one])));
    const roots: number[] = [];
    const [fill, refresh]: [string[], string[]] = [[], []];
    let end = 0;
    for (const { id, parts, isString, viewedBytes } of all.values()) {
      const offsets = parts.map(({ bytes, isTraced }, index) => {
        const offset = aligned(end, bytes);
        end = offset + bytes;
        if (isTraced) roots.push(offset);
        this.#line(`${named(offsetName(id, index))} = constant i64 ${offset}`);
        return offset;
      });
      const [first = 0] = offsets;
      if (isString)
        fill.push(
          `  call void @mm.global.store.address(i8* %env, i64 ${first}, i8* bitcast (${EMPTY_TYPE}* @${EMPTY} to i8*))`,
        );
      if (viewedBytes > 0)
        refresh.push(`  call void @mm.refresh_view(i8* %env, i64 ${first}, i64 ${viewedBytes})`);
    }
    this.#line(`${named(BYTES)} = constant i64 ${end}`);
    this.#function(PROGRAM_FUNCTIONS.fill, fill);
    this.#function(PROGRAM_FUNCTIONS.refresh, refresh);
    const type = `[${roots.length} x i32]`;
    this.#line(
      `@roots = private constant ${type} [${roots.map((one) => `i32 ${one}`).join(', ')}]`,
    );
    this.#function(PROGRAM_FUNCTIONS.openHeap, [
      `  %table = call i8* ${named(TABLE_FUNCTION)}()`,
      `  call void @mm.heap_open(i8* %env, i8* %table, i8* bitcast (${type}* @roots to i8*), i64 ${roots.length})`,
    ]);
  }

  #function(name: string, body: readonly string[]): void {
    this.#line([`define void ${named(name)}(i8* %env) {`, ...body, '  ret void', '}'].join('\n'));
  }

  #initializer(): void {
    const calls = this.#parts.flatMap(({ initializer }) => initializer ?? []);
    this.#function(
      graphSymbol(PROGRAM_INITIALIZER),
      calls.map((graph) => this.#call(graph, 'i8* %env')),
    );
  }

  /** Takes the error, too. */
  #errors(): void {
    const calls = this.#parts.flatMap(({ tellsFields }) => tellsFields ?? []);
    const lines = calls.map((graph) => this.#call(graph, 'i8* %env, i8* %error'));
    const name = named(graphSymbol(TELL_FIELDS));
    this.#line(
      [`define void ${name}(i8* %env, i8* %error) {`, ...lines, '  ret void', '}'].join('\n'),
    );
  }

  #call(graph: string, args: string): string {
    this.#graphs.add(graph);
    const types = args.replaceAll(/ %\w+/g, '');
    return `  call void bitcast (void ()* ${named(graphSymbol(graph))} to void (${types})*)(${args})`;
  }
}

/** A function or variable of any name. */
const named = (name: string): string => `@${quoted(name)}`;

const declared = (graph: string): string => `declare void ${named(graphSymbol(graph))}()`;

const sorted = <T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] =>
  [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1));

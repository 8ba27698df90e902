// What the `offthread` functions of a unit are to `runtime/prelude/offthread.ll`, as LLVM's text: which graph runs a job, and how the
// views of arguments and results are put into the lists of the module, and taken from them.
import { InternalError } from '../../graph/internal-error.ts';
import { LEAK_REPORT, type Unit } from '../../graph/unit.ts';
import {
  offthreadExports,
  offthreadViews,
  againExport,
  viewExports,
  WORDS_EXPORT,
  type CrossingExport,
  type ViewType,
} from '../../program/crossing.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { TYPED_ARRAY_KIND } from './typed-array-kinds.ts';

/** (environment of JavaScript) → a new environment, or null. The writer makes its body. */
export const OFFTHREAD_OPEN = 'mm.off.unit.open';
/** (environment): keeps the pending error in the job. The writer makes its body. */
export const OFFTHREAD_CAUGHT = 'mm.off.unit.caught';

const VIEW = '{ i8*, i64, i8* }';

/** Empty for a unit without such functions. */
export function offthreadText(unit: Unit): string {
  const functions = offthreadExports(unit.crossings);
  if (functions.length === 0) return '';
  const kinds = offthreadViews(unit.crossings);
  const graphs = new Graphs(unit);
  const words = graphs.of(WORDS_EXPORT, 'void', 'i8*', 'i64', 'i8*');
  const parts = [
    `declare hidden void @${OFFTHREAD_CAUGHT}(i8*)`,
    packedText(functions, graphs),
    againText(functions, graphs),
    putText(kinds, graphs),
    getText(kinds, graphs),
    cutText(kinds, graphs),
    viewText(kinds),
    reportText(unit),
    RUNNING.replaceAll('KINDS', String(kinds.length)).replaceAll('WORDS', words),
  ];
  return [...graphs.declarations, ...parts].join('\n');
}

type Named = readonly (readonly [string, CrossingExport])[];

/** The graphs of exports, each declared once: their bodies follow. */
class Graphs {
  readonly #unit: Unit;
  readonly #declared = new Map<string, string>();

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  get declarations(): readonly string[] {
    return [...this.#declared.values()];
  }

  /** The symbol of the export's graph. */
  of(name: string, result: string, ...parameters: readonly string[]): string {
    const found = this.#unit.exports.find((item) => item.kind === 'function' && item.name === name);
    if (found?.kind !== 'function') throw new InternalError(`no export is called ${name}`);
    const symbol = `@"${graphSymbol(found.graph)}"`;
    const all = ['i8*', ...parameters].join(', ');
    this.#declared.set(symbol, `declare hidden ${result} ${symbol}(${all})`);
    return symbol;
  }
}

/** A function with one case for each value of %which; `cases` are calls, null where there can be none. */
function switching(result: string, head: string, cases: readonly (string | null)[]): string {
  const labels = cases.map((_, index) => `i64 ${index}, label %case.${index}`).join(' ');
  const answer = (call: string): readonly string[] =>
    result === 'void' ? [`  ${call}`, '  ret void'] : [`  %r = ${call}`, `  ret ${result} %r`];
  return [
    `define internal ${result} ${head} noinline {`,
    `  switch i64 %which, label %none [ ${labels} ]`,
    ...cases.flatMap((call, index) => [
      `case.${index}:`,
      ...(call === null
        ? ['  unreachable']
        : answer(call).map((line) => line.replaceAll('%r', `%r.${index}`))),
    ]),
    'none:',
    '  unreachable',
    '}',
  ].join('\n');
}

function packedText(functions: Named, graphs: Graphs): string {
  const cases = functions.map(([name]) => {
    const symbol = graphs.of(name, 'i8*', 'i64', 'i8*');
    return `call i8* ${symbol}(i8* %env, i64 0, i8* %text)`;
  });
  const parameters = 'i8* %env, i64 %which, i8* %text';
  return switching('i8*', `@mm.off.unit.packed(${parameters})`, cases);
}

/** Results that always find room have no such graph. */
function againText(functions: Named, graphs: Graphs): string {
  const cases = functions.map(([name, { canGrow }]) => {
    if (!canGrow) return null;
    return `call i8* ${graphs.of(againExport(name), 'i8*', 'i64')}(i8* %env, i64 0)`;
  });
  return switching('i8*', '@mm.off.unit.again(i8* %env, i64 %which)', cases);
}

function putText(kinds: readonly ViewType[], graphs: Graphs): string {
  const cases = kinds.map((kind) => {
    const symbol = graphs.of(viewExports(kind).put, 'i64', 'i8*', 'i64', 'i8*');
    return `call i64 ${symbol}(i8* %env, i8* %data, i64 %length, i8* %buffer)`;
  });
  const parameters = 'i8* %env, i64 %which, i8* %data, i64 %length, i8* %buffer';
  return switching('i64', `@mm.off.unit.put(${parameters})`, cases);
}

function getText(kinds: readonly ViewType[], graphs: Graphs): string {
  const cases = kinds.map((kind) => {
    const symbol = graphs.of(viewExports(kind).get, VIEW, 'i64');
    return `call ${VIEW} ${symbol}(i8* %env, i64 %index)`;
  });
  return switching(VIEW, '@mm.off.unit.get(i8* %env, i64 %which, i64 %index)', cases);
}

function cutText(kinds: readonly ViewType[], graphs: Graphs): string {
  const cases = kinds.map((kind) => {
    const symbol = graphs.of(viewExports(kind).cut, 'void', 'i64');
    return `call void ${symbol}(i8* %env, i64 0)`;
  });
  return switching('void', '@mm.off.unit.cut(i8* %env, i64 %which)', cases);
}

/** Of a checked build: what raw memory the jobs of an environment have never freed. */
function reportText(unit: Unit): string {
  const symbol = `@"${graphSymbol(LEAK_REPORT)}"`;
  const isChecked = unit.graphs.has(LEAK_REPORT);
  const report = [
    '  %entered = call i8* @mm.heap_enter(i8* %env)',
    `  call void ${symbol}(i8* %env)`,
    '  call void @mm.heap_leave(i8* %env, i8* %entered)',
  ];
  return [
    ...(isChecked ? [`declare hidden void ${symbol}(i8*)`] : []),
    'define internal void @mm.off.unit.report(i8* %env) noinline {',
    ...(isChecked ? report : []),
    '  ret void',
    '}',
  ].join('\n');
}

/** In memory of JavaScript. */
function viewText(kinds: readonly ViewType[]): string {
  const cases = kinds.map((kind) => {
    const view = 'i8* %data, i64 %length, i8* %buffer';
    switch (kind.kind) {
      case 'typedarray':
        return `call i8* @mm.result.typedarray(i8* %napi, i32 ${TYPED_ARRAY_KIND[kind.element]}, ${view})`;
      case 'dataview':
        return `call i8* @mm.result.dataview(i8* %napi, ${view})`;
      default:
        return 'bitcast i8* %buffer to i8*';
    }
  });
  const parameters = 'i8* %napi, i64 %which, i8* %data, i64 %length, i8* %buffer';
  return switching('i8*', `@mm.off.unit.view(${parameters})`, cases);
}

/**
 * Runs a job in an environment. Its lists of views are empty before and after: those of the arguments go first, so the others belong to the
 * result; what `put` gives for a view of nothing is how many there are.
 */
const RUNNING = `
define internal void @mm.off.unit.call(%mm.job* %job, i8* %env) nounwind noinline personality i32 (...)* @__gcc_personality_v0 {
  %entered = call i8* @mm.heap_enter(i8* %env)
  invoke void @mm.off.unit.body(%mm.job* %job, i8* %env) to label %done unwind label %raised
raised:
  %pad = landingpad { i8*, i32 } cleanup
  call void @mm.off.state(%mm.job* %job, i64 2)
  call void @${OFFTHREAD_CAUGHT}(i8* %env)
  invoke void @mm.off.unit.empty(i8* %env) to label %done unwind label %lost
lost:
  %pad.2 = landingpad { i8*, i32 } cleanup
  br label %done
done:
  call void @mm.heap_leave(i8* %env, i8* %entered)
  ret void
}

define internal void @mm.off.unit.body(%mm.job* %job, i8* %env) noinline {
  %function.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 2
  %words.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 3
  %room.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 4
  %function = load i64, i64* %function.slot
  %words = load i8*, i8** %words.slot
  %room = load i64, i64* %room.slot
  call void WORDS(i8* %env, i8* %words, i64 %room, i8* null)
  %text = call i8* @mm.off.text(%mm.job* %job, i8* %env)
  call void @mm.off.unit.arguments(%mm.job* %job, i8* %env)
  %given = call i8* @mm.off.unit.packed(i8* %env, i64 %function, i8* %text)
  %needed = call i64 @mm.off.needed(%mm.job* %job)
  %fits = icmp ule i64 %needed, %room
  br i1 %fits, label %finish, label %grow
grow:
  %grown = call i1 @mm.off.grow(%mm.job* %job, i64 %needed)
  br i1 %grown, label %more, label %stop
more:
  %words.2 = load i8*, i8** %words.slot
  call void WORDS(i8* %env, i8* %words.2, i64 %needed, i8* null)
  %given.2 = call i8* @mm.off.unit.again(i8* %env, i64 %function)
  br label %finish
finish:
  %result.text = phi i8* [ %given, %0 ], [ %given.2, %more ]
  %text.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 6
  call void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %result.text, %mm.off.text* %text.slot)
  call void @mm.off.unit.results(%mm.job* %job, i8* %env)
  call void @mm.off.state(%mm.job* %job, i64 1)
  br label %stop
stop:
  call void @mm.off.unit.empty(i8* %env)
  ret void
}

define internal void @mm.off.unit.arguments(%mm.job* %job, i8* %env) noinline {
  %views.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 9
  %count.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 10
  %views = load %mm.off.view*, %mm.off.view** %views.slot
  %count = load i64, i64* %count.slot
  br label %look
look:
  %i = phi i64 [ 0, %0 ], [ %next, %one ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %one, label %done
one:
  %place = getelementptr %mm.off.view, %mm.off.view* %views, i64 %i
  %view = load %mm.off.view, %mm.off.view* %place
  %kind = extractvalue %mm.off.view %view, 0
  %data = extractvalue %mm.off.view %view, 1
  %length = extractvalue %mm.off.view %view, 2
  %buffer = extractvalue %mm.off.view %view, 3
  %buffer.8 = bitcast %mm.off.buffer* %buffer to i8*
  %unused = call i64 @mm.off.unit.put(i8* %env, i64 %kind, i8* %data, i64 %length, i8* %buffer.8)
  %next = add i64 %i, 1
  br label %look
done:
  ret void
}

define internal i64 @mm.off.unit.arguments_of(%mm.job* %job, i64 %kind) noinline {
  %views.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 9
  %count.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 10
  %views = load %mm.off.view*, %mm.off.view** %views.slot
  %count = load i64, i64* %count.slot
  br label %look
look:
  %i = phi i64 [ 0, %0 ], [ %next, %one ]
  %found = phi i64 [ 0, %0 ], [ %now, %one ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %one, label %done
one:
  %slot = getelementptr %mm.off.view, %mm.off.view* %views, i64 %i, i32 0
  %own = load i64, i64* %slot
  %same = icmp eq i64 %own, %kind
  %step = zext i1 %same to i64
  %now = add i64 %found, %step
  %next = add i64 %i, 1
  br label %look
done:
  ret i64 %found
}

define internal void @mm.off.unit.results(%mm.job* %job, i8* %env) noinline {
  br label %kinds
kinds:
  %kind = phi i64 [ 0, %0 ], [ %kind.next, %over ]
  %more.kinds = icmp ult i64 %kind, KINDS
  br i1 %more.kinds, label %list, label %done
list:
  %from = call i64 @mm.off.unit.arguments_of(%mm.job* %job, i64 %kind)
  %to = call i64 @mm.off.unit.put(i8* %env, i64 %kind, i8* null, i64 0, i8* null)
  br label %look
look:
  %i = phi i64 [ %from, %list ], [ %next, %one ]
  %more = icmp ult i64 %i, %to
  br i1 %more, label %one, label %over
one:
  %view = call ${VIEW} @mm.off.unit.get(i8* %env, i64 %kind, i64 %i)
  %unused = call i1 @mm.off.keep_view(%mm.job* %job, i64 %kind, i64 %i, ${VIEW} %view)
  %next = add i64 %i, 1
  br label %look
over:
  %kind.next = add i64 %kind, 1
  br label %kinds
done:
  ret void
}

define internal void @mm.off.unit.empty(i8* %env) noinline {
  br label %look
look:
  %kind = phi i64 [ 0, %0 ], [ %next, %one ]
  %more = icmp ult i64 %kind, KINDS
  br i1 %more, label %one, label %done
one:
  call void @mm.off.unit.cut(i8* %env, i64 %kind)
  %next = add i64 %kind, 1
  br label %look
done:
  ret void
}
`.trim();

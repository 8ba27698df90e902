// Optimised low graphs → what each line of the source became, and what of it takes time.
import { COSTS, costOf, type CostCategory } from '../graph/op-costs.ts';
import type { Block, Graph } from '../graph/graph.ts';
import { opTexts } from '../graph/print.ts';
import { containerNames, type ContainerNames } from '../graph/print-types.ts';
import type { Unit, UnitExport } from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';
import { hiddenNames } from '../program/crossing.ts';
import { typeText } from '../program/type-text.ts';
import { lineColumn, type SourceFile, type Span } from '../source/source-file.ts';

/** One op of a line, or what stands for one. */
export interface Cost {
  readonly category: CostCategory;
  readonly text: string;
}

export interface LineCosts {
  /** By the function that the code is in now, which may be one that the line was inlined into. */
  readonly functions: ReadonlyMap<string, readonly Cost[]>;
  /** The sum of the weights in the function where it is largest. */
  readonly weight: number;
}

export interface FunctionCosts {
  readonly name: string;
  readonly file: SourceFile;
  readonly line: number;
  readonly costs: readonly Cost[];
  readonly weight: number;
}

export interface UnitCosts {
  readonly name: string;
  /** Of each file, by line number. */
  readonly files: ReadonlyMap<SourceFile, ReadonlyMap<number, LineCosts>>;
  /** The most expensive first. */
  readonly functions: readonly FunctionCosts[];
}

type Lines = Map<SourceFile, Map<number, Map<string, Cost[]>>>;

/** `files`: those of the program. What the language's library does counts for the line that comes before it in the code. */
export function unitCosts(unit: Unit, files: readonly SourceFile[]): UnitCosts {
  const lines: Lines = new Map(files.map((file) => [file, new Map<number, Map<string, Cost[]>>()]));
  const functions: FunctionCosts[] = [];
  const types = containerNames(unit);
  const crossings = boundaryCosts(unit);
  for (const graph of unit.graphs.values()) {
    if (!graph.span || !lines.has(graph.span.file)) continue;
    const costs: Cost[] = [];
    const add = (span: Span, cost: Cost): void => {
      costs.push(cost);
      addTo(lines, span, graph.displayName, cost);
    };
    for (const cost of crossings.get(graph.name) ?? []) add(graph.span, cost);
    graphCosts(graph, types, (file) => lines.has(file), add);
    const { file, start } = graph.span;
    const { line } = lineColumn(file, start);
    functions.push({ name: graph.displayName, file, line, costs, weight: weightOf(costs) });
  }
  functions.sort((a, b) => b.weight - a.weight);
  return {
    name: unit.name,
    files: new Map([...lines].map(([file, rows]) => [file, new Map([...rows].map(lineCosts))])),
    functions,
  };
}

export const weightOf = (costs: readonly Cost[]): number =>
  costs.reduce((sum, { category }) => sum + COSTS[category].weight, 0);

function lineCosts([line, functions]: readonly [number, ReadonlyMap<string, readonly Cost[]>]): [
  number,
  LineCosts,
] {
  return [line, { functions, weight: Math.max(...[...functions.values()].map(weightOf)) }];
}

function addTo(lines: Lines, { file, start }: Span, name: string, cost: Cost): void {
  const rows = lines.get(file);
  if (!rows) return;
  const { line } = lineColumn(file, start);
  const functions = rows.get(line) ?? new Map<string, Cost[]>();
  rows.set(line, functions);
  const list = functions.get(name);
  if (list) list.push(cost);
  else functions.set(name, [cost]);
}

function graphCosts(
  graph: Graph,
  types: ContainerNames,
  isOwn: (file: SourceFile) => boolean,
  add: (span: Span, cost: Cost) => void,
): void {
  const texts = opTexts(graph, types);
  let here = graph.span;
  const place = (span: Span | null): Span | null => {
    if (span && isOwn(span.file)) here = span;
    return here;
  };
  for (const block of reversePostorder(graph)) {
    for (const op of block.ops) {
      const span = place(op.span);
      if (span) add(span, { category: costOf(op), text: texts.get(op) ?? op.name });
    }
    const raised = raiseText(block);
    const span = raised && place(raised.span);
    if (raised && span) add(span, { category: 'exceptionPath', text: raised.text });
  }
}

function raiseText({ exit }: Block): { readonly span: Span; readonly text: string } | null {
  if (exit.kind === 'throw') return { span: exit.span, text: 'throw' };
  if (exit.kind !== 'raise') return null;
  const { error, template } = exit.error;
  return { span: exit.span, text: `raise ${error}${template === null ? '' : `: ${template}`}` };
}

/** By graph: what JavaScript gives and takes. */
function boundaryCosts(unit: Unit): ReadonlyMap<string, readonly Cost[]> {
  const hidden = hiddenNames(unit.crossings);
  return new Map(
    unit.exports.flatMap((item) =>
      item.kind === 'function' ? [[item.graph, crossingCosts(item, hidden)] as const] : [],
    ),
  );
}

function crossingCosts(
  { name, parameters, result }: Extract<UnitExport, { kind: 'function' }>,
  hidden: ReadonlySet<string>,
): readonly Cost[] {
  const category = 'boundary' as const;
  if (hidden.has(name))
    return [{ category, text: 'values other than scalars, strings and views: packed in words' }];
  const taken = parameters.map(({ name: parameter, type }) => ({
    category,
    text: `parameter ${parameter}: ${typeText(type)}, from JavaScript`,
  }));
  const isVoid = result.kind === 'void' || result.kind === 'never';
  const given = { category, text: `result: ${typeText(result)}, to JavaScript` } as const;
  return [...taken, ...(isVoid ? [] : [given])] as const;
}

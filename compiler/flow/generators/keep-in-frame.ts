// Values that live longer than one resumption. The places at which a generator goes on are reached from its start, past the definitions
// of what they use. Such a value is stored to a field of the frame where it is defined, and loaded in each block that uses it.
import { variable } from '../../graph/builder.ts';
import { dominators } from '../../graph/dominators.ts';
import type { Block, Graph, Op, Variable } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { mapExit } from '../../graph/rewrite.ts';
import { definitions, forEachUse, type Definition } from '../../graph/walk.ts';
import type { ObjectType } from '../../program/types.ts';

export function keepInFrame(graph: Graph, frame: ObjectType): Graph {
  const [self] = graph.start.inputs;
  if (!self) throw new InternalError(`${graph.name}: a generator without a frame`);
  const where = definitions(graph);
  const loads = usesBehindPlaces(graph, where);
  const kept = new Set([...loads.values()].flatMap((variables) => [...variables]));
  const fields = new Map([...kept].map((one, i) => [one, fieldFor(one, i, frame)]));
  const place = (one: Variable): { field: string } => ({ field: fields.get(one) ?? '' });
  for (const [block, used] of loads) {
    const loaded = new Map<Variable, Variable>();
    for (const one of used) loaded.set(one, variable(one.type, one.name));
    const ops = [...loaded].map(([one, result]): Op => ({
      name: 'field_get',
      args: [self],
      results: [result],
      attributes: place(one),
      span: null,
    }));
    replaceUses(block, loaded);
    block.ops = [...ops, ...block.ops];
  }
  for (const one of kept) {
    const store = { name: 'field_set', args: [self, one], results: [], span: null } as const;
    const definition = where.get(one);
    if (!definition) throw new InternalError('a value without a definition');
    addStore(one, { ...store, attributes: place(one) }, definition);
  }
  return graph;
}

/** By block, the variables that it uses though not every way to it passes their definition. */
function usesBehindPlaces(
  graph: Graph,
  where: ReadonlyMap<Variable, Definition>,
): ReadonlyMap<Block, ReadonlySet<Variable>> {
  const tree = dominators(graph);
  const found = new Map<Block, Set<Variable>>();
  forEachUse(graph, (value, _user, block) => {
    if (value.kind === 'constant') return;
    const definition = where.get(value)?.block;
    if (!definition || definition === block || tree.dominates(definition, block)) return;
    const used = found.get(block) ?? new Set();
    used.add(value);
    found.set(block, used);
  });
  return found;
}

/** The same names in the same order whenever the graph of the function is made. */
function fieldFor({ name, type }: Variable, index: number, frame: ObjectType): string {
  const field = `kept ${index}: ${name}`;
  if (!frame.fields.some((one) => one.name === field))
    frame.fields = [...frame.fields, { name: field, type, mutable: true, checked: false }];
  return field;
}

function replaceUses(block: Block, loaded: ReadonlyMap<Variable, Variable>): void {
  const now = <V extends Op['args'][number]>(value: V): V | Variable =>
    (value.kind === 'variable' && loaded.get(value)) || value;
  block.ops = block.ops.map((op) => ({ ...op, args: op.args.map(now) }));
  block.exit = mapExit(block.exit, now);
}

/** Right behind the definition; of an op that may raise, where it has not. */
function addStore(one: Variable, store: Op, { block, op }: Definition): void {
  const { exit } = block;
  const at = op ? block.ops.findIndex(({ results }) => results.includes(one)) + 1 : 0;
  if (exit.kind === 'try' && at === block.ops.length) {
    const { target } = exit.normal;
    target.ops = [store, ...target.ops];
    return;
  }
  block.ops = [...block.ops.slice(0, at), store, ...block.ops.slice(at)];
}

// The fields of objects that are not allocated, as SSA values: what each load reads, with new inputs of blocks where ways with
// different values meet (Braun et al., "Simple and Efficient Construction of Static Single Assignment Form", 2013).
import { variable } from '../../graph/builder.ts';
import { booleanConstant, zeroInMemory } from '../../graph/constants.ts';
import type { Block, Graph, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { mapLinks } from '../../graph/rewrite.ts';
import { predecessors, reversePostorder } from '../../graph/walk.ts';
import { typeName } from '../../program/type-name.ts';
import { derivesFrom, isReference, type RtsType } from '../../program/types.ts';
import type { Allocation } from './allocations.ts';

/** One field and part of one object. */
interface Slot {
  readonly type: RtsType;
  /** In the order of each block. */
  readonly stores: Map<Block, { readonly index: number; readonly value: Value }[]>;
  readonly atStart: Map<Block, Value>;
}

interface Place {
  readonly block: Block;
  readonly index: number;
}

export class FieldValues {
  /** What stands for the results of the ops that go. */
  readonly substitution = new Map<Variable, Value>();
  readonly #blocks: readonly Block[];
  readonly #edges: ReturnType<typeof predecessors>;
  readonly #places = new Map<Op, Place>();
  readonly #gone = new Set<Op>();
  /** Arguments for the new inputs. */
  readonly #added = new Map<Link, Value[]>();

  constructor(graph: Graph) {
    this.#blocks = reversePostorder(graph);
    this.#edges = predecessors(graph);
    for (const block of this.#blocks) {
      block.ops.forEach((op, index) => this.#places.set(op, { block, index }));
    }
  }

  isGone(op: Op): boolean {
    return this.#gone.has(op);
  }

  /** Finds the values of all loads of an object; its ops are gone. */
  replace(allocation: Allocation): void {
    const slots = this.#slotsOf(allocation);
    const { op, users } = allocation;
    for (const user of [op, ...users]) this.#gone.add(user);
    for (const result of op.results) this.substitution.set(result, zeroInMemory(result.type));
    for (const user of users) {
      const [result] = user.results;
      if (result) this.substitution.set(result, this.#answer(user, allocation, slots));
    }
  }

  /** Gives the blocks their new inputs' arguments. To be called once, at the end. */
  finish(): void {
    for (const block of this.#blocks) {
      block.exit = mapLinks(block.exit, (link) => {
        const added = this.#added.get(link);
        return added ? { target: link.target, args: [...link.args, ...added] } : link;
      });
    }
  }

  #slotsOf({ op, users }: Allocation): ReadonlyMap<string, Slot> {
    const slots = new Map<string, Slot>();
    const slot = (key: string, type: RtsType): Slot => {
      let found = slots.get(key);
      if (!found) slots.set(key, (found = { type, stores: new Map(), atStart: new Map() }));
      return found;
    };
    const made = this.#place(op);
    op.args.forEach((value, index) => {
      const { stores } = slot(slotKey(String(index), value.type), value.type);
      stores.set(made.block, [{ index: made.index, value }]);
    });
    for (const user of users) {
      const [, value] = user.args;
      if (user.name !== 'field_store' || !value) continue;
      const { block, index } = this.#place(user);
      const { stores } = slot(keyOf(user, value.type), value.type);
      const list = stores.get(block) ?? [];
      list.push({ index, value });
      stores.set(
        block,
        list.sort((a, b) => a.index - b.index),
      );
    }
    for (const user of users) {
      const [result] = user.results;
      if (user.name === 'field_load' && result) slot(keyOf(user, result.type), result.type);
    }
    for (const [, { type, stores }] of slots) {
      const zero = { index: made.index, value: zeroInMemory(type) };
      stores.set(made.block, [zero, ...(stores.get(made.block) ?? [])]);
    }
    return slots;
  }

  #answer(user: Op, allocation: Allocation, slots: ReadonlyMap<string, Slot>): Value {
    const { name, args, attributes } = user;
    const isAlias = (value: Value | undefined): boolean =>
      value?.kind === 'variable' && allocation.aliases.has(value);
    const [made] = allocation.op.results;
    switch (name) {
      case 'field_load':
      case 'closure_load': {
        const { type } = resultOf(user);
        const slot = slots.get(keyOf(user, type));
        // Behind a test for another type of object, which this one does not pass.
        if (!slot) return zeroInMemory(type);
        const { block, index } = this.#place(user);
        return this.#before(slot, block, index);
      }
      case 'reference_cast':
        return zeroInMemory(resultOf(user).type);
      case 'reference_is_null':
      case 'reference_is_undefined':
      case 'reference_is_string':
      case 'reference_is_array':
        return booleanConstant(false);
      case 'reference_is_present':
        return booleanConstant(true);
      case 'reference_eq':
        return booleanConstant(isAlias(args[0]) && isAlias(args[1]));
      case 'object_is':
      case 'object_is_exactly':
        return booleanConstant(
          made?.type.kind === 'object' &&
            attributes.class !== undefined &&
            derivesFrom(made.type, attributes.class),
        );
      default:
        throw new InternalError(`${name} of an object that is not allocated`);
    }
  }

  /** What stores before the op at `index` have left. */
  #before(slot: Slot, block: Block, index: number): Value {
    const store = slot.stores.get(block)?.findLast((one) => one.index < index);
    return store ? store.value : this.#atStart(slot, block);
  }

  #atStart(slot: Slot, block: Block): Value {
    const known = slot.atStart.get(block);
    if (known) return known;
    const edges = this.#edges.get(block) ?? [];
    const [first] = edges;
    if (!first) throw new InternalError('a field is read before its object is made');
    if (edges.length === 1) {
      const value = this.#before(slot, first.from, Infinity);
      slot.atStart.set(block, value);
      return value;
    }
    const input = variable(slot.type);
    slot.atStart.set(block, input);
    block.inputs = [...block.inputs, input];
    for (const { from, link } of edges) {
      const value = this.#before(slot, from, Infinity);
      const added = this.#added.get(link);
      if (added) added.push(value);
      else this.#added.set(link, [value]);
    }
    return input;
  }

  #place(op: Op): Place {
    const place = this.#places.get(op);
    if (!place) throw new InternalError(`${op.name} stands nowhere`);
    return place;
  }
}

function resultOf({ name, results: [result] }: Op): Variable {
  if (!result) throw new InternalError(`${name} without a result`);
  return result;
}

const keyOf = ({ attributes: { field, part, index } }: Op, type: RtsType): string =>
  slotKey(index === undefined ? `${field}:${part}` : String(index), type);

/** The same place in another type of object is another slot, should it hold something else. */
const slotKey = (place: string, type: RtsType): string =>
  `${place} ${isReference(type) ? 'reference' : typeName(type)}`;

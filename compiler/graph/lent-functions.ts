// Which functions that exports are given nothing holds on to behind the call: they are called, and handed on to what calls them, but neither
// kept, given back nor compared. The glue only lends those (`compiler/builtins/glue/function.ts`), and nobody has to find out later that
// the program has let go of them.
import { leavesOf, lentKey, packedExports, type CrossingExport } from '../program/crossing.ts';
import { CallTargets } from './calls.ts';
import type { Graph, Op, Value, Variable } from './graph.ts';
import type { OpName } from './ops.ts';
import type { Unit } from './unit.ts';
import { linksOf, reversePostorder } from './walk.ts';

/** Of a high unit: keys of parameters. */
export function lentFunctions(unit: Unit): ReadonlySet<string> {
  const held = new HeldValues(unit);
  const lent = new Set<string>();
  for (const [name, crossing] of packedExports(unit.crossings)) {
    const item = unit.exports.find((one) => one.name === name);
    if (item?.kind !== 'function' || crossing.isOffthread) continue;
    for (const [parameter, input] of functionInputs(name, crossing, unit))
      if (!held.isHeldAsFunction(item.graph, input)) lent.add(lentKey(name, parameter));
  }
  return lent;
}

/** Parameters that are functions, and which input of the packed graph stands for each. */
function functionInputs(
  name: string,
  { parameters, takesWords, takesText }: CrossingExport,
  { crossings }: Unit,
): readonly (readonly [parameter: number, input: number])[] {
  const hasSelf = !crossings.functions.has(name) && isOfObject(name, crossings);
  let input = Number(takesWords) + Number(takesText) + Number(hasSelf);
  return parameters.flatMap(({ crossing, isFlat }, parameter) => {
    const own = input;
    if (isFlat) input += leavesOf(crossing)?.length ?? 0;
    return isFlat && crossing.kind === 'function' ? [[parameter, own] as const] : [];
  });
}

const isOfObject = (name: string, { classes }: Unit['crossings']): boolean =>
  !classes.some(({ members }) =>
    members.some(
      ({ native, isStatic, role }) =>
        native === name && (isStatic || role === 'constructor' || role === 'override'),
    ),
  );

/** What gives the same reference again. */
const SAME: ReadonlySet<OpName> = new Set<OpName>([
  'nullable_wrap',
  'nullable_widen',
  'nullable_get',
  'reference_cast',
]);
/** What only looks whether there is one. */
const TESTS: ReadonlySet<OpName> = new Set<OpName>([
  'nullable_is_present',
  'nullable_is_null',
  'nullable_is_undefined',
]);

class HeldValues {
  readonly #unit: Unit;
  readonly #targets: CallTargets;
  /** Those that have been asked for, by graph: recursion alone holds nothing. */
  #seen = new Set<Value>();

  constructor(unit: Unit) {
    this.#unit = unit;
    this.#targets = new CallTargets(unit);
  }

  /** The input is a number that stands for a function; what is made of it is held by somebody. */
  isHeldAsFunction(name: string, index: number): boolean {
    const graph = this.#unit.graphs.get(name);
    const code = graph?.start.inputs[index];
    if (!graph || !code) return true;
    this.#seen = new Set();
    return reversePostorder(graph).some(
      ({ ops, exit }) =>
        ops.some((op) => op.args.includes(code) && !this.#isOnlyCalled(op, graph)) ||
        linksOf(exit).some(({ args }) => args.includes(code)),
    );
  }

  #isOnlyCalled({ name, results: [made] }: Op, graph: Graph): boolean {
    return name === 'direct_call' && made?.type.kind === 'function' && !this.#isHeld(made, graph);
  }

  #isHeld(value: Variable, graph: Graph): boolean {
    if (this.#seen.has(value)) return false;
    this.#seen.add(value);
    return reversePostorder(graph).some(({ ops, exit }) => {
      if (ops.some((op) => op.args.includes(value) && this.#holds(op, value, graph))) return true;
      if (exit.kind === 'return' && exit.values.includes(value)) return true;
      if (exit.kind === 'throw' && exit.object === value) return true;
      return linksOf(exit).some(({ target, args }) =>
        args.some((arg, i) => {
          const input = target.inputs[i];
          return arg === value && (!input || this.#isHeld(input, graph));
        }),
      );
    });
  }

  #holds(op: Op, value: Variable, graph: Graph): boolean {
    const { name, results, attributes } = op;
    if (TESTS.has(name)) return false;
    if (SAME.has(name)) return results.some((one) => this.#isHeld(one, graph));
    if (name === 'closure_get') return false;
    if (name === 'closure_new') return this.#isHeldByClosure(op, value, graph);
    if (name !== 'direct_call' && name !== 'closure_call' && name !== 'method_call') return true;
    const callees = [...this.#targets.of(op)];
    if (name === 'direct_call' && attributes.callee === undefined) return true;
    return callees.some((callee) =>
      op.args.some((arg, index) => arg === value && this.#isInputHeld(callee, index)),
    );
  }

  #isInputHeld(name: string, index: number): boolean {
    const graph = this.#unit.graphs.get(name);
    const input = graph?.start.inputs[index];
    return !graph || !input || this.#isHeld(input, graph);
  }

  /** By what a closure of the program captures, where the closure itself is held, or does something with it. */
  #isHeldByClosure(
    { args, results: [made], attributes }: Op,
    value: Variable,
    graph: Graph,
  ): boolean {
    const body = this.#unit.graphs.get(attributes.callee ?? '');
    const self = body?.start.inputs[0];
    if (!made || !body || !self || this.#isHeld(made, graph) || this.#isHeld(self, body))
      return true;
    return reversePostorder(body).some(({ ops }) =>
      ops.some(
        ({ name, args: [of], results: [loaded], attributes: { index } }) =>
          name === 'closure_get' &&
          of === self &&
          args[index ?? -1] === value &&
          (!loaded || this.#isHeld(loaded, body)),
      ),
    );
  }
}

// The types of what is exported → how they cross, or reports of those that do not.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { holds, type Crossing } from '../../program/crossing.ts';
import { typeText } from '../../program/type-text.ts';
import type { RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ProgramState } from '../program-state.ts';
import { crossingOf, type CrossingOf } from './crossing.ts';
import type { Crossings, PackedCallee } from './packed-export.ts';

/** Where the types are written. */
export interface SignatureNodes {
  readonly parameters: readonly (ts.Node | undefined)[];
  readonly result: ts.Node;
}

type Given = 'parameters' | 'result' | 'items' | 'walked';

const OF_THE_THREAD: ReadonlySet<Crossing['kind']> = new Set([
  'instance',
  'error',
  'function',
  'live',
  'promise',
]);
const NO_VALUE = new Set(['void', 'never', 'null', 'undefined']);

/** Of one program: a type has one crossing. */
export class ExportCrossings {
  readonly #known = new Map<RtsType, Crossing>();
  readonly #state: ProgramState;
  readonly #context: Context;

  constructor(state: ProgramState, context: Context) {
    this.#state = state;
    this.#context = context;
  }

  /**
   * null after a report, or where the program has errors: types of it may lack parts then. `isOffthread`: of a function that runs on another
   * thread, which has no objects that JavaScript has too.
   */
  of(
    name: string,
    { parameters, result, items, walked }: Pick<PackedCallee, Given>,
    nodes: SignatureNodes,
    isOffthread = false,
  ): Crossings | null {
    const crossings = parameters.map(({ local }, index) => {
      const node = nodes.parameters[index] ?? nodes.result;
      return this.#check(name, local.type, `the parameter ${local.name}`, node);
    });
    const made = this.#check(name, result, 'the result', nodes.result);
    const item = items && this.#check(name, items, 'the result', nodes.result);
    if (isOffthread) this.#reportObjects(name, [...crossings, made], nodes);
    if (this.#state.sink.hasErrors || !made || crossings.includes(null)) return null;
    const steps = walked?.map((one) => {
      const found = one && this.cross(one);
      return found && 'crossing' in found ? found.crossing : null;
    });
    return {
      isOffthread,
      ...(item ? { items: item } : {}),
      ...(steps ? { walked: steps } : {}),
      parameters: crossings.filter((one) => one !== null),
      declared: parameters.flatMap(({ type }) => {
        const one = this.cross(type);
        return 'crossing' in one ? [one.crossing] : [];
      }),
      result: made,
    };
  }

  #reportObjects(
    name: string,
    crossings: readonly (Crossing | null)[],
    nodes: SignatureNodes,
  ): void {
    crossings.forEach((crossing, index) => {
      if (crossing && holds(crossing, ({ kind }) => OF_THE_THREAD.has(kind)))
        this.#state.report(E.offthreadObject, nodes.parameters[index] ?? nodes.result, { name });
    });
  }

  /** Of a constant: null as above. */
  ofConstant(name: string, type: RtsType, node: ts.Node): Crossings | null {
    const result = this.#check(name, type, 'the value', node, 'constant');
    return result && !this.#state.sink.hasErrors ? { parameters: [], declared: [], result } : null;
  }

  #check(
    name: string,
    type: RtsType,
    what: string,
    node: ts.Node,
    kind = 'function',
  ): Crossing | null {
    if (type === ERROR_TYPE) return null;
    const found = this.cross(type);
    if ('crossing' in found) return found.crossing;
    const part = typeText(found.refused);
    if (found.isUntold) this.#state.report(E.exportedUnion, node, { name, what, type: part });
    else this.#state.report(E.exportType, node, { name, what, kind, type: typeText(type), part });
    return null;
  }

  /** Without a report. */
  cross(type: RtsType): CrossingOf {
    if (NO_VALUE.has(type.kind)) return { crossing: { kind: 'scalar', type: type as never } };
    return crossingOf(type, this.#known, this.#context);
  }
}

// What `offthread` functions must not do, nor anything that they may call: use what belongs to the thread of their module.
import { E } from '../../diagnostics/codes.ts';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';
import { expressionsOf } from '../../program/children.ts';
import type {
  CheckedClass,
  CheckedFunction,
  Expression,
  GlobalVariable,
  ModuleExport,
  Place,
} from '../../program/nodes.ts';
import type { LiveState } from '../space/operations.ts';
import type { RtsType } from '../../program/types.ts';
import { Callees } from '../callees.ts';

interface Reached {
  readonly function: CheckedFunction;
  /** Functions of the program on the way from the exported one, in which it stands. */
  readonly path: readonly string[];
}

interface Use {
  readonly global: GlobalVariable;
  readonly isAssigned: boolean;
}

/**
 * Reports it. Gives the hidden variables that such functions use, which each thread has for itself; `hidden` says which are. The program
 * is complete.
 */
export function checkThreadSafety(
  exports: readonly ModuleExport[],
  classes: readonly CheckedClass[],
  hidden: ReadonlySet<GlobalVariable>,
  { operations }: LiveState,
  sink: DiagnosticSink,
): ReadonlySet<GlobalVariable> {
  const callees = new Callees(classes);
  const asking = new Set([...operations.values()].map(({ made }) => made));
  const used = new Set<GlobalVariable>();
  const reported = new Set<string>();
  for (const one of exports) {
    if (one.kind !== 'function' || !one.packed?.crossing.isOffthread) continue;
    const { packed, again, shared } = one.packed.functions;
    const own = [packed, ...(again ? [again] : []), ...shared.values()];
    for (const { function: reached, path } of reachedFrom(own, callees))
      for (const expression of expressionsOf(reached.body)) {
        const use = globalOf(expression);
        if (use && hidden.has(use.global)) used.add(use.global);
        const { file, start } = expression.span;
        const place = `${file.path}:${start}`;
        if (reported.has(place)) continue;
        const where = { function: one.name, path: pathText(one.name, path) };
        const isCallback =
          expression.kind === 'callback' || (use !== null && isHelper(use.global, hidden));
        // What the library asks is about a value that the program has asked for.
        if (expression.kind === 'call' && asking.has(expression.callee) && !isOfLibrary(reached))
          sink.report(E.offthreadSpace, expression.span, {
            name: expression.callee.name,
            ...where,
          });
        else if (isCallback) sink.report(E.offthreadCallback, expression.span, where);
        else if (use && !hidden.has(use.global) && !isShared(use))
          sink.report(E.offthreadState, expression.span, { name: use.global.name, ...where });
        else continue;
        reported.add(place);
      }
  }
  return used;
}

const isOfLibrary = ({ span }: CheckedFunction): boolean =>
  span.file.path.startsWith('mixmod/library/');

function reachedFrom(own: readonly CheckedFunction[], callees: Callees): readonly Reached[] {
  const found: Reached[] = own.map((one) => ({ function: one, path: [] }));
  const known = new Set(own);
  for (const { function: at, path } of found)
    for (const expression of expressionsOf(at.body))
      for (const callee of callees.of(expression)) {
        if (known.has(callee)) continue;
        known.add(callee);
        const isOwn = !isOfLibrary(callee) && callee.closure === null;
        found.push({ function: callee, path: isOwn ? [...path, callee.name] : path });
      }
  return found;
}

/** Its own name, which the packed function leads to, says nothing. */
function pathText(name: string, [first, ...rest]: readonly string[]): string {
  const names = first === undefined || first === name ? rest : [first, ...rest];
  return names.length === 0 ? '' : ` (${[name, ...names].join(' → ')})`;
}

const globalOf = (expression: Expression): Use | null => {
  const place: Place | null =
    expression.kind === 'read' || expression.kind === 'assign' || expression.kind === 'address-of'
      ? expression.place
      : null;
  if (place?.kind !== 'global') return null;
  return { global: place.global, isAssigned: expression.kind !== 'read' };
};

/** The pointer that `llhelper` gives is kept in a hidden variable. */
const isHelper = (global: GlobalVariable, hidden: ReadonlySet<GlobalVariable>): boolean =>
  hidden.has(global) && global.type.kind === 'ptr';

/** Each environment has a copy of them. */
const isShared = ({ global, isAssigned }: Use): boolean =>
  !isAssigned && !global.mutable && isPlainValue(global.type);

function isPlainValue(type: RtsType): boolean {
  if (type.kind === 'nullable') return isPlainValue(type.base);
  return type.kind === 'int' || type.kind === 'float' || type.kind === 'boolean';
}

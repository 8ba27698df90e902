// Module-level variables of reference type that module-level code can come to read before their initialiser has run, by way of
// functions: such reads look (ECMA-262 9.1.1.1.6: a ReferenceError). After the modules have run, all have their values.
import { expressionsOf } from '../program/children.ts';
import type {
  CheckedFunction,
  CheckedProgram,
  GlobalVariable,
  Statement,
} from '../program/nodes.ts';
import { hasIdentity } from '../program/types.ts';
import { Callees } from './callees.ts';

/** Marks them. The program is complete. */
export function markUninitialisedGlobals({ modules, classes }: CheckedProgram): void {
  const uses = new Uses(new Callees(classes));
  const initialised = new Set<GlobalVariable>();
  for (const statement of modules.flatMap(({ initializer }) => initializer)) {
    for (const global of uses.globalsReadBy(statement)) if (!initialised.has(global)) mark(global);
    const { kind } = statement;
    if (kind !== 'expression' || statement.expression.kind !== 'assign') continue;
    const { place } = statement.expression;
    if (place.kind === 'global') initialised.add(place.global);
  }
}

/** Any function may be called before the module that has a variable has run: of one module alone nobody knows who calls it. */
export function markAllReads({
  modules,
  classes,
}: Pick<CheckedProgram, 'modules' | 'classes'>): void {
  const functions = [
    ...modules.flatMap((module) => module.functions),
    ...classes.flatMap(({ methods }) => [...methods.values()]),
  ];
  const bodies = [
    ...new Set(functions.map(({ body }) => body)),
    ...modules.map(({ initializer }) => initializer),
  ];
  for (const expression of bodies.flatMap(expressionsOf))
    if (expression.kind === 'read' && expression.place.kind === 'global')
      mark(expression.place.global);
}

function mark(global: GlobalVariable): void {
  if (isLooked(global)) (global as { checked?: boolean }).checked = true;
}

/** A string is empty before its initialiser has run, as numbers are 0. */
const isLooked = ({ type, constant }: GlobalVariable): boolean =>
  constant === null && hasIdentity(type) && type.kind !== 'nullable';

interface Direct {
  readonly globals: ReadonlySet<GlobalVariable>;
  /** Called, or made into a closure that may be. */
  readonly functions: ReadonlySet<CheckedFunction>;
}

class Uses {
  readonly #callees: Callees;
  readonly #direct = new Map<CheckedFunction, Direct>();

  constructor(callees: Callees) {
    this.#callees = callees;
  }

  /** Directly and by all that it may call. */
  globalsReadBy(statement: Statement): ReadonlySet<GlobalVariable> {
    const { globals, functions } = this.#directUses([statement]);
    const found = new Set(globals);
    const reached = new Set(functions);
    for (const one of reached) {
      let uses = this.#direct.get(one);
      if (!uses) this.#direct.set(one, (uses = this.#directUses(one.body)));
      for (const global of uses.globals) found.add(global);
      for (const callee of uses.functions) reached.add(callee);
    }
    return found;
  }

  #directUses(statements: readonly Statement[]): Direct {
    const globals = new Set<GlobalVariable>();
    const functions = new Set<CheckedFunction>();
    for (const expression of expressionsOf(statements)) {
      if (expression.kind === 'read' && expression.place.kind === 'global')
        globals.add(expression.place.global);
      for (const one of this.#callees.of(expression)) functions.add(one);
    }
    return { globals, functions };
  }
}

// A function with type parameters → one function for each list of type arguments in use, each checked with what its
// type parameters stand for. Nothing of it is checked before it is used; TypeScript has checked it as it stands.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { typeName } from '../../program/type-name.ts';
import { type RtsType } from '../../program/types.ts';
import type { Context, DeclaredFunction, GenericFunction, Self } from '../context.ts';
import { Scope, type Instantiation, type TypeArguments } from '../scope.ts';
import { argumentsBySymbol } from '../generics/type-parameters.ts';
import { typeText } from '../../program/type-text.ts';
import type { FunctionNode } from './function-form.ts';
import { FunctionDeclarationState, type FunctionName } from './function.ts';

/** Instantiations that lead to each other in a chain: a longer one would hardly end. */
const DEEPEST = 50;
/** Types that grow in a chain soon have names of any length. */
const LONGEST = 4000;

/** The instantiation that `types` make of `name`; undefined after a report at `caller`. */
export function instantiate(
  name: string,
  types: readonly RtsType[],
  caller: ts.Node,
  context: Context,
): Instantiation | undefined {
  const depth = (context.scope.instantiation?.depth ?? 0) + 1;
  const id = `${name}<${types.map(typeName).join(', ')}>`;
  if (depth <= DEEPEST && id.length <= LONGEST)
    return { id, name: `${name}<${types.map(typeText).join(', ')}>`, depth, caller };
  context.report(E.endlessInstantiation, caller, { name });
  return undefined;
}

const PLAIN = { self: null, outer: null };

interface Instance {
  readonly types: readonly RtsType[];
  readonly declared: FunctionDeclarationState;
}

export class GenericDeclaration implements GenericFunction {
  readonly node: FunctionNode;
  readonly name: string;
  readonly #nameNode: ts.Node;
  readonly #id: string;
  readonly #context: Context;
  readonly #instances: Instance[] = [];

  readonly #self: (() => Self) | null;
  readonly #outer: Scope | null;

  /** `self` and `outer`: of a method, `this` and the scope of its class. */
  constructor(
    node: FunctionNode,
    name: FunctionName,
    id: string,
    context: Context,
    { self, outer }: { readonly self: (() => Self) | null; readonly outer: Scope | null } = PLAIN,
  ) {
    this.#self = self;
    this.#outer = outer;
    this.node = node;
    this.name = name.text;
    this.#nameNode = name.node;
    this.#id = id;
    this.#context = context;
  }

  reader(typeArguments: TypeArguments): Context {
    return this.#context.inFunction(null, new Scope({ outer: this.#outer, typeArguments }));
  }

  instance(
    types: readonly RtsType[],
    caller: ts.Node,
    context: Context,
  ): DeclaredFunction | undefined {
    const known = this.#instances.find((one) => one.types.every((type, i) => type === types[i]));
    if (known) return known.declared;
    const instantiation = instantiate(this.#id, types, caller, context);
    return instantiation && this.#make(types, instantiation);
  }

  #make(types: readonly RtsType[], instantiation: Instantiation): FunctionDeclarationState {
    const { made, checker } = this.#context;
    const typeArguments = argumentsBySymbol(this.node, types, checker);
    const { id } = instantiation;
    const name = { text: this.name, node: this.#nameNode };
    const declared = new FunctionDeclarationState(this.node, name, this.#context, {
      id,
      scope: new Scope({ outer: this.#outer, typeArguments, instantiation, id }),
      member: this.#self && { self: this.#self(), before: () => [] },
    });
    this.#instances.push({ types, declared });
    made.add(declared.function.extent.file, declared.function);
    // Not now: its body may lead back here.
    made.later(() => declared.check());
    return declared;
  }
}

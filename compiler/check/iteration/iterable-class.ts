// An array, a string, a map or a set where an `Iterable<T>` is wanted → an object of a class of its own that holds it.
import type ts from 'typescript';
import type { CheckedClass, CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { typeName } from '../../program/type-name.ts';
import { newClass, type ObjectField, type ObjectType, type RtsType } from '../../program/types.ts';
import { readLocal, readPlace } from '../build.ts';
import { callMethodOf, upcast } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod } from '../context.ts';
import { implementInterfaces, type Implementer } from '../interfaces/implement.ts';
import { LIBRARY_PATH } from '../library-paths.ts';
import { baseOf } from '../nullable.ts';
import { ITERATOR } from '../well-known-symbol.ts';
import { hasOwnIterator, ownIterator } from './own-iterator.ts';

const ITEMS = 'items';

/** undefined where `target` is no `Iterable`, or the value has no iterator of the language's own. */
export function asIterable(
  value: Expression,
  target: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const wanted = baseOf(target);
  if (wanted.kind !== 'object' || !isIterable(wanted, context)) return undefined;
  if (!hasOwnIterator(value.type, context)) return undefined;
  const { generators } = context.classes;
  const name = `${typeName(value.type)} as ${wanted.name}`;
  const made = generators.iterable(
    name,
    () => new IterableClass(name, value.type, wanted, node, context),
  );
  if (made.result === ERROR_TYPE) return undefined;
  const { span } = value;
  const { type } = made;
  const object: Expression = { kind: 'record', fields: [{ field: ITEMS, value }], type, span };
  return upcast(object, wanted, span);
}

const isIterable = (type: ObjectType, context: Context): boolean =>
  libraryInterfaceName(type, context) === 'Iterable';

/** The name of an interface with type arguments that our declaration file has; undefined for all others. */
export function libraryInterfaceName(type: ObjectType, context: Context): string | undefined {
  const symbol = context.classArguments(type)?.symbol;
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return file === LIBRARY_PATH ? symbol?.name : undefined;
}

export class IterableClass implements Implementer {
  readonly type: ObjectType;
  readonly node: ts.Node;
  /** ERROR_TYPE where its items are not those of the interface. */
  readonly result: RtsType;
  readonly #context: Context;
  readonly #field: ObjectField;
  readonly #iterator: DeclaredMethod | null;

  constructor(name: string, items: RtsType, wanted: ObjectType, node: ts.Node, context: Context) {
    this.node = node;
    this.#context = context;
    this.type = newClass(name);
    this.#field = { name: ITEMS, type: items, mutable: false, checked: false };
    this.type.fields = [this.#field];
    this.type.interfaces = [wanted];
    const declared = context.classes.interfaces.of(wanted)?.method(ITERATOR);
    const made = declared && this.#made(declared, context);
    this.result = made?.result ?? ERROR_TYPE;
    this.#iterator = made ? methodOf(made, declared, this) : null;
    if (made) context.made.add(made.span.file, made);
  }

  field(name: string): ObjectField | undefined {
    return name === ITEMS ? this.#field : undefined;
  }

  method(name: string): DeclaredMethod | undefined {
    return name === ITERATOR && this.#iterator ? this.#iterator : undefined;
  }

  /** null where the items are not those of the interface. */
  #made(wanted: DeclaredMethod, context: Context): CheckedFunction | null {
    const { function: declared } = wanted;
    const { span } = declared;
    const self: Local = { name: 'this', type: this.type, mutable: false };
    const place = { kind: 'property', object: readLocal(self, span), field: ITEMS } as const;
    const items = readPlace(place, this.#field.type, span);
    const value = context.attempt(() =>
      context.convert(ownIterator(items, this.node, context) ?? items, declared.result, this.node),
    );
    if (!value) return null;
    return {
      ...declared,
      id: `${this.type.name}.iterator`,
      parameters: [{ local: self, optional: false, type: this.type }],
      body: [{ kind: 'return', value, span }],
    };
  }

  /** When the program is complete. Gives the functions that have to be compiled too. */
  finish(): { readonly made: readonly CheckedFunction[]; readonly checked: CheckedClass } {
    const method = this.#iterator?.function;
    const methods = new Map(method ? [[ITERATOR, method]] : []);
    const made = implementInterfaces(this, methods, () => undefined, this.#context);
    const span = this.#context.span(this.node);
    return { made, checked: { type: this.type, methods, span, documentation: '' } };
  }
}

const methodOf = (
  made: CheckedFunction,
  { node }: DeclaredMethod,
  owner: IterableClass,
): DeclaredMethod => ({
  name: ITERATOR,
  function: made,
  node,
  isFinal: true,
  isAbstract: false,
  owner,
  result: () => made.result,
  call: (values, span) => callMethodOf(ITERATOR, made, values, span),
});

// The generator classes of a program, one for each list of types, and the classes of the frames of its generator functions.
import type ts from 'typescript';
import { typeName } from '../../program/type-name.ts';
import { RESUME } from '../../program/generator-fields.ts';
import type { CheckedClass, CheckedFunction } from '../../program/nodes.ts';
import { UNDEFINED, type ObjectField, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Context, GenericObject } from '../context.ts';
import type { IterableClass } from '../iteration/iterable-class.ts';
import type { MadeFunctions } from '../made-functions.ts';
import { GeneratorClass } from './generator-class.ts';
import type { IterationTypes } from './iteration-types.ts';

/** The class of the objects that a generator function makes. */
export interface Frame {
  readonly type: ObjectType;
  readonly body: CheckedFunction;
  /** Its fields besides those of the generator. */
  readonly own: readonly ObjectField[];
}

export class GeneratorTable {
  readonly #made = new Map<string, GeneratorClass>();
  readonly #byType = new Map<RtsType, GeneratorClass>();
  readonly #iterables = new Map<string, IterableClass>();
  readonly #frames: Frame[] = [];
  readonly #classes: Map<RtsType, GenericObject>;

  /** `classes`: where the type arguments of generic classes are looked up. */
  constructor(classes: Map<RtsType, GenericObject>) {
    this.#classes = classes;
  }

  /** `type` is the TypeScript type, a generator, that the types are those of. */
  of(types: IterationTypes, type: ts.Type, node: ts.Node, context: Context): GeneratorClass {
    const given = [types.item, types.result ?? UNDEFINED, types.sent ?? UNDEFINED];
    const needed = given.slice(0, types.sent ? 3 : types.result ? 2 : 1);
    const name = `Generator<${needed.map(typeName).join(', ')}>`;
    const known = this.#made.get(name);
    if (known) return known;
    const made = new GeneratorClass(name, types, type, node, context);
    this.#made.set(name, made);
    this.#byType.set(made.type, made);
    const symbol = type.getSymbol();
    if (symbol) this.#classes.set(made.type, { symbol, types: given });
    return made;
  }

  /** The class of a generator, or of the frames of a generator function. */
  find(type: RtsType): GeneratorClass | undefined {
    if (type.kind !== 'object') return undefined;
    return this.#byType.get(type) ?? (type.base ? this.#byType.get(type.base) : undefined);
  }

  /** What stands for an array or another value behind an `Iterable`. */
  iterable(name: string, make: () => IterableClass): IterableClass {
    let made = this.#iterables.get(name);
    if (!made) this.#iterables.set(name, (made = make()));
    return made;
  }

  addFrame(frame: Frame): void {
    this.#frames.push(frame);
  }

  /** When the program is complete. */
  finish(made: MadeFunctions): readonly CheckedClass[] {
    const classes = new Map<RtsType | null, CheckedClass>();
    for (const one of this.#made.values()) {
      const { made: added, checked } = one.finish();
      classes.set(one.type, checked);
      for (const bridge of added) made.add(checked.span.file, bridge);
    }
    for (const { type, own } of this.#frames) type.fields = [...(type.base?.fields ?? []), ...own];
    const frames = this.#frames.map(({ type, body }) => ({
      type,
      methods: new Map([...(classes.get(type.base)?.methods ?? []), [RESUME, body]]),
      span: body.span,
      documentation: '',
    }));
    const iterables = [...this.#iterables.values()].map((one) => one.finish());
    for (const { made: added, checked } of iterables)
      for (const bridge of added) made.add(checked.span.file, bridge);
    return [...classes.values(), ...frames, ...iterables.map(({ checked }) => checked)];
  }
}

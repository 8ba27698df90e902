// A family of classes: a base, sometimes abstract, and classes below it with overrides, accessors and static fields.
import type { Maker, Variable } from '../generate/maker.ts';
import { fixed, list, parts, statement, type Node } from '../generate/tree.ts';
import { NUMBER, type ClassType, type Field, type Method, type Type } from '../generate/types.ts';
import { someScalar, someType } from '../generate/some-type.ts';
import { shown } from './showing.ts';
import { expressionOf } from '../generate/maker.ts';

/** Declares the classes in the maker, and gives their texts. */
export function classes(maker: Maker): readonly Node[] {
  const count = maker.random.pick([0, 0, 0, 1, 2, 2]);
  const made: Node[] = [];
  for (let i = 0; i < count; i++) {
    const base = i > 0 && maker.random.chance(0.8) ? maker.random.pick(maker.classes) : null;
    made.push(oneClass(base, maker));
  }
  return made;
}

function oneClass(base: ClassType | null, maker: Maker): Node {
  const { random } = maker;
  const name = maker.fresh('C');
  // The base is there to be made: TypeScript has no value for a class of which nothing can be made.
  const abstract = false;
  const own = Array.from({ length: random.between(1, 2) }, (): Field => ({
    name: maker.fresh('f'),
    type: someType(maker, 1),
  }));
  const given = own.map(({ type }) => type);
  const methods = Array.from({ length: random.between(1, 2) }, (): Method => ({
    name: maker.fresh('m'),
    parameters: Array.from({ length: random.below(2) }, () => someScalar(maker)),
    result: someType(maker, 1),
  }));
  const type: ClassType = {
    kind: 'class',
    text: name,
    base,
    abstract,
    constructorTypes: [...(base?.constructorTypes ?? []), ...given],
    fields: [...(base?.fields ?? []), ...own],
    methods: [...(base?.methods ?? []), ...methods],
  };
  // No mention of the class itself in it, so that construction ends.
  const self = type.fields.map(({ name: field, type: of }): Variable => ({
    text: `this.${field}`,
    type: of,
    mutable: of.kind !== 'function',
  }));
  const members = [
    ...own.map((field) => fixed([`${field.name}: ${field.type.text};`])),
    statement([`static made = 0;`]),
    constructorOf(type, own, maker),
    ...methods.map((one) => method(one, self, null, maker)),
    ...(base?.methods ?? [])
      .filter(() => random.chance(0.5))
      .map((one) => method(one, self, one.name, maker)),
    accessor(self, maker),
    describe(own, base, maker),
  ];
  maker.classes = [...maker.classes, type];
  maker.declare({ text: `${name}.made`, type: NUMBER, mutable: true });
  return fixed(parts`class ${name}${base ? ` extends ${base.text}` : ''} {\n${list(members)}}`);
}

function constructorOf(
  { base, constructorTypes, text }: ClassType,
  own: readonly Field[],
  maker: Maker,
): Node {
  const parameters = constructorTypes.map((type): Variable => ({
    text: maker.fresh('p'),
    type,
    mutable: false,
  }));
  const passed = parameters.slice(0, constructorTypes.length - own.length);
  const kept = parameters.slice(constructorTypes.length - own.length);
  const fields = own
    .map((field, index) => `this.${field.name} = ${kept[index]?.text ?? ''};\n`)
    .join('');
  const upwards = base ? `super(${passed.map((one) => one.text).join(', ')});\n` : '';
  return fixed([
    `constructor(${parameterList(parameters)}) {\n${upwards}${fields}${text}.made++;\n}`,
  ]);
}

export const parameterList = (parameters: readonly Variable[]): string =>
  parameters.map(({ text, type }) => `${text}: ${type.text}`).join(', ');

/** Methods call no functions of the program and each other only upwards. */
function method(
  { name, parameters, result }: Method,
  self: readonly Variable[],
  overridden: string | null,
  maker: Maker,
): Node {
  const own = parameters.map((type): Variable => ({ text: maker.fresh('p'), type, mutable: true }));
  const functions = maker.functions;
  const variables = maker.variables;
  maker.functions = [];
  maker.variables = [];
  try {
    const { made } = maker.measured(() =>
      maker.inFunction([...self, ...own], result, () => {
        const body = maker.statements(maker.random.between(0, 1), 1);
        const value = maker.typed(result, 2);
        const upwards =
          overridden === null || maker.random.chance(0.5)
            ? value
            : expressionOf(
                result,
                parts`super.${overridden}(${own.map(({ text }) => text).join(', ')})`,
              );
        return parts`${body}return ${upwards};`;
      }),
    );
    return fixed(
      parts`${overridden === null ? '' : 'override '}${name}(${parameterList(own)}): ${result.text} {\n${made}\n}`,
    );
  } finally {
    maker.functions = functions;
    maker.variables = variables;
  }
}

function accessor(self: readonly Variable[], maker: Maker): Node {
  const name = maker.fresh('g');
  const type: Type = someScalar(maker);
  const variables = maker.variables;
  maker.variables = [];
  try {
    const value = maker.measured(() =>
      maker.inFunction(self, type, () => maker.typed(type, 2)),
    ).made;
    return statement(parts`get ${name}(): ${type.text} {\nreturn ${value};\n}`);
  } finally {
    maker.variables = variables;
  }
}

/** What a note of an object says. */
function describe(own: readonly Field[], base: ClassType | null, maker: Maker): Node {
  const texts = own.map(
    ({ name, type }) => parts` + ' ' + ${shown(expressionOf(type, [`this.${name}`]), type, maker)}`,
  );
  const start = base ? 'super.describe()' : `'object'`;
  return fixed(
    parts`${base ? 'override ' : ''}describe(): string {\nreturn ${start}${texts.flat()};\n}`,
  );
}

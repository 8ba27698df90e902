// Records, tuples, enums and nullables.
import {
  adapting,
  commas,
  expressionOf,
  withType,
  type Expression,
  type Maker,
} from '../generate/maker.ts';
import { fixed, parts, type Node, type Part } from '../generate/tree.ts';
import {
  BOOLEAN,
  nullableOf,
  NUMBER,
  type NullableType,
  type RecordType,
  type Type,
} from '../generate/types.ts';
import { someType } from '../generate/some-type.ts';
import { leaf, ofKind, ofType } from './production.ts';

const field = (name: string, value: Node): Node => fixed(parts`${name}: ${value}`);

function record(type: RecordType, maker: Maker, depth: number): Node {
  const fields = type.fields.map(({ name, type: of }) =>
    field(name, withType(of, maker.expression(of, depth))),
  );
  // The order of the text is the order of evaluation, and does not matter otherwise.
  if (maker.random.chance(0.3)) fields.reverse();
  return adapting(expressionOf(type, parts`{ ${commas(fields)} }`), 'constant');
}

function spread(type: RecordType, maker: Maker, depth: number): Node {
  const { random } = maker;
  const { name, type: of } = random.pick(type.fields);
  const rest = maker.typed(type, depth);
  const replaced = field(name, withType(of, maker.expression(of, depth)));
  return adapting(expressionOf(type, parts`{ ...${rest}, ${replaced} }`), 'constant');
}

function absent(type: NullableType, maker: Maker, depth: number): Node {
  const value = maker.typed(type.base, depth);
  // A null alone would be a proof for TypeScript.
  const [yes, no] = maker.random.chance(0.5) ? [value, type.absent] : [type.absent, value];
  return expressionOf(type, parts`(${maker.condition(depth)} ? ${yes} : ${no})`);
}

function present(type: Type, maker: Maker, depth: number): Node {
  const nullable = nullableOf(type, maker.random.pick(['null', 'undefined']));
  return expressionOf(
    type,
    parts`(${maker.expression(nullable, depth)} ?? ${maker.typed(type, depth)})`,
  );
}

/** `x!` as an argument: a member behind it would have another error. */
function asserted(type: Type, maker: Maker): Node {
  const [{ text }] = maker.random.pick(nullables(type, maker));
  const name = maker.fresh('t');
  return expressionOf(
    type,
    parts`tap<${type.text}>('${name}', ${text}!)`,
    parts`tap('${name}', $.sure(${text}))`,
  );
}

const nullables = (type: Type, maker: Maker): ReturnType<typeof maker.variablesWith<Type>> =>
  maker.variablesWith((of) =>
    of.kind === 'nullable' && of.base.text === type.text ? of.base : undefined,
  );

function isAbsent(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  const known = maker.variables.filter(({ type }) => type.kind === 'nullable');
  // Not the variable itself: TypeScript would know what it is not.
  const type = known.length > 0 ? random.pick(known).type : nullableOf(someType(maker, 1), 'null');
  const value = fixed(parts`(${maker.expression(type, depth)} as ${type.text})`);
  return parts`(${value} ${random.pick(['=== null', '!== null', '=== undefined', '!== undefined', '== null'])})`;
}

function chain(maker: Maker, depth: number): readonly Part[] {
  const [{ text }, of] = maker.random.pick(chained(maker));
  return parts`(${text}?.${of} ?? ${maker.expression(NUMBER, depth)})`;
}

/** Nullable variables with a member that is a number. */
const chained = (maker: Maker): ReturnType<typeof maker.variablesWith<string>> =>
  maker.variablesWith((type) => {
    if (type.kind !== 'nullable') return undefined;
    const { base } = type;
    if (base.kind === 'string' || base.kind === 'array' || base.kind === 'typed') return 'length';
    if (base.kind === 'map' || base.kind === 'set') return 'size';
    if (base.kind !== 'record' && base.kind !== 'class') return undefined;
    return base.fields.find(({ type: of }) => of.text === 'number')?.name;
  });

export const RECORDS: readonly Expression[] = [
  leaf(ofKind(6, 'record', record)),
  ofKind(2, 'record', spread),
  leaf(
    ofKind(6, 'tuple', (type, maker, depth) => {
      const items = type.items.map((item) => withType(item, maker.expression(item, depth)));
      return adapting(expressionOf(type, parts`[${commas(items)}]`), 'constant');
    }),
  ),
  leaf(
    ofKind(6, 'enum', (type, { random }) =>
      adapting(expressionOf(type, [`${type.text}.${random.pick(type.members)}`]), 'constant'),
    ),
  ),
  leaf(ofKind(6, 'nullable', absent)),
  { weight: 2, make: present, applies: ({ kind }) => kind !== 'nullable' },
  { weight: 2, make: asserted, applies: (type, maker) => nullables(type, maker).length > 0 },
  ofType(2, BOOLEAN, isAbsent),
  ofType(2, NUMBER, chain, (maker) => chained(maker).length > 0),
  ofType(
    1,
    NUMBER,
    (maker, depth) => {
      const type = maker.random.pick(maker.enums);
      return parts`${withType(type, maker.expression(type, depth))}`;
    },
    (maker) => maker.enums.length > 0,
  ),
];

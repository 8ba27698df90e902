// JavaScript that checks an argument and writes it into words: what `fromWords` of `runtime/library/boundary.ts` reads.
import { argumentRange } from '../argument-messages.ts';
import {
  isRecursive,
  isView,
  viewName,
  type ViewType,
  type Crossing,
  type CrossingMember,
  type RecordCrossing,
  type ScalarType,
} from '../../program/crossing.ts';
import { placeOf } from './class.ts';
import { expectedOf } from './expected.ts';
import { memberOf } from '../../program/identifier.ts';
import { valueText } from './names.ts';

/** Where a checked scalar goes. */
type Put = (value: string) => string;

const putWord: Put = (value) => `words[at++] = ${value};`;

export class GiveWriter {
  readonly #names = new Map<Crossing, string>();
  readonly #functions: string[] = [];
  #variables = 0;

  /** The functions that what was asked for uses. */
  get functions(): readonly string[] {
    return this.#functions;
  }

  variable(): string {
    return `v${++this.#variables}`;
  }

  /** As `write`, where there may be no room. */
  writeFirst(crossing: Crossing, value: string, expected: string): string {
    return `${roomBefore([crossing], 0)} ${this.write(crossing, value, expected)}`;
  }

  /** Statements that write the value of the variable; they leave by an exception where it is wrong. */
  write(crossing: Crossing, value: string, expected = expectedOf(crossing)): string {
    switch (crossing.kind) {
      case 'scalar':
        if (isView(crossing.type))
          return scalar(
            crossing.type,
            value,
            expected,
            (view) => `words[at++] = put${viewName(crossing.type as ViewType)}(${view});`,
          );
        return crossing.type.kind === 'string'
          ? `${check(crossing.type, value, expected)} words[at++] = ${value}.length; text += ${value};`
          : scalar(crossing.type, value, expected, putWord);
      case 'literal':
        return `if (${value} !== ${valueText(crossing.value)}) wrong(${JSON.stringify(expected)}, ${value});`;
      case 'error':
        return `giveError(${value}, ${JSON.stringify(expected)});`;
      case 'date':
        return `{ const time = timeOf(${value}, ${JSON.stringify(expected)}); words[at++] = time; }`;
      case 'function':
        return `${noFunction(value, expected)} words[at++] = hold(${crossing.position}, ${value});`;
      case 'live':
      case 'promise':
        return `words[at++] = ${held(crossing, value, expected)};`;
      case 'instance':
        return `{ let place; ${instance(crossing, 'place', value, expected)} words[at++] = place; }`;
      case 'nullable':
        return this.#nullable(crossing, value, expected);
      default:
        return `${this.#function(crossing)}(${value}, ${JSON.stringify(expected)});`;
    }
  }

  /** As `leaves`, of a function that is lent. */
  lentLeaf(crossing: Crossing, value: string, leaves: string[], expected: string): string {
    if (crossing.kind !== 'function') throw new Error(`a ${crossing.kind} is not lent`);
    return `${noFunction(value, expected)} ${this.#newLeaf(leaves)} = lend(${crossing.position}, ${value});`;
  }

  #newLeaf(leaves: string[]): string {
    const leaf = this.variable();
    leaves.push(leaf);
    return leaf;
  }

  /** Statements that check what has leaves; `leaves` gets the expressions of their values. */
  leaves(
    crossing: Crossing,
    value: string,
    leaves: string[],
    path = '',
    expected = expectedOf(crossing),
  ): string {
    const newLeaf = (): string => this.#newLeaf(leaves);
    switch (crossing.kind) {
      case 'scalar': {
        const leaf = newLeaf();
        const put: Put = (checked) => `${leaf} = ${checked};`;
        return scalar(crossing.type, value, expected, put);
      }
      case 'function':
        return `${noFunction(value, expected)} ${newLeaf()} = hold(${crossing.position}, ${value});`;
      case 'live':
      case 'promise':
        return `${newLeaf()} = ${held(crossing, value, expected)};`;
      case 'instance':
        return instance(crossing, newLeaf(), value, expected);
      case 'nullable': {
        if (crossing.base.kind !== 'scalar') throw new Error('no leaf');
        const leaf = newLeaf();
        const put: Put = (checked) => `${leaf} = ${checked};`;
        const checked = scalar(crossing.base.type, value, expected, put);
        return `${leaf} = ${value}; if (${isPresent(crossing, value)}) { ${checked} }`;
      }
      case 'literal':
        return this.write(crossing, value);
      case 'record':
        return [
          isNoObject(value, expected),
          ...crossing.fields.map((field) => {
            const own = this.variable();
            const step = path + memberOf(field.name);
            return `step = ${JSON.stringify(step)}; const ${own} = ${value}${memberOf(field.name)}; ${this.leaves(field.crossing, own, leaves, step)}`;
          }),
        ].join('\n');
      case 'tuple':
        return [
          isNoTuple(crossing.items.length, value, expected),
          ...crossing.items.map((item, index) => {
            const own = this.variable();
            const step = `${path}[${index}]`;
            return `step = ${JSON.stringify(step)}; const ${own} = ${value}[${index}]; ${this.leaves(item, own, leaves, step)}`;
          }),
        ].join('\n');
      default:
        throw new Error(`a ${crossing.kind} has no leaves`);
    }
  }

  #nullable(
    crossing: Crossing & { readonly kind: 'nullable' },
    value: string,
    expected: string,
  ): string {
    const { base, allowsNull, allowsUndefined } = crossing;
    return [
      ...(allowsUndefined ? [`if (${value} === undefined) words[at++] = 1;`] : []),
      ...(allowsNull ? [`if (${value} === null) words[at++] = 2;`] : []),
      `{ words[at++] = 0; ${this.write(base, value, expected)} }`,
    ].join(' else ');
  }

  #function(crossing: Crossing): string {
    const known = this.#names.get(crossing);
    if (known) return known;
    const name = `give${this.#names.size}`;
    this.#names.set(crossing, name);
    const deep = isRecursive(crossing);
    const body = this.#body(crossing);
    this.#functions.push(
      [
        `const ${name} = (value, expected) => {`,
        ...(deep ? ['deeper();'] : []),
        ...body,
        ...(deep ? ['level--;'] : []),
        '};',
      ].join('\n'),
    );
    return name;
  }

  #body(crossing: Crossing): readonly string[] {
    switch (crossing.kind) {
      case 'record':
        return this.#record(crossing, 'value', new Map());
      case 'tuple':
        return [
          isNoTuple(crossing.items.length, 'value', null),
          'let step = 0;',
          'try {',
          ...crossing.items.map((item, index) => {
            const own = this.variable();
            return `step = ${index}; const ${own} = value[${index}]; ${roomBefore(crossing.items, index)} ${this.write(item, own)}`;
          }),
          "} catch (error) { throw within(error, '[' + step + ']'); }",
        ];
      case 'array':
        return [
          'if (!isArray(value)) wrong(expected, value);',
          ...this.#items(crossing.item, 'lengthOfArray(value.length)', ['const item = value[i];']),
        ];
      case 'set':
        return [
          'if (!isSet(value)) wrong(expected, value);',
          // Neither iterators nor getters of a subclass have a part in it.
          'const keys = [];',
          'setForEach.call(value, (key) => keys.push(key));',
          ...this.#items(crossing.key, 'keys.length', ['const item = keys[i];']),
        ];
      case 'map':
        return this.#map(crossing);
      case 'union':
        return this.#union(crossing.members);
      default:
        throw new Error(`a ${crossing.kind} is written in place`);
    }
  }

  #items(item: Crossing, length: string, read: readonly string[]): readonly string[] {
    return [
      `const count = ${length};`,
      room(1),
      'words[at++] = count;',
      'let i = 0;',
      'try {',
      'for (; i < count; i++) {',
      ...read,
      roomBefore([item], 0),
      this.write(item, 'item'),
      '}',
      "} catch (error) { throw within(error, '[' + i + ']'); }",
    ];
  }

  #map({ key, value }: Crossing & { readonly kind: 'map' }): readonly string[] {
    return [
      'if (!isMap(value)) wrong(expected, value);',
      'const entries = [];',
      'mapForEach.call(value, (item, key) => entries.push(key, item));',
      room(1),
      'words[at++] = entries.length / 2;',
      "let i = 0, step = '';",
      'try {',
      'for (; i < entries.length; i += 2) {',
      'const key = entries[i], item = entries[i + 1];',
      "step = 'key ';",
      roomBefore([key, value], 0),
      this.write(key, 'key'),
      "step = 'value ';",
      roomBefore([key, value], 1),
      this.write(value, 'item'),
      '}',
      "} catch (error) { throw within(error, '[' + step + i / 2 + ']'); }",
    ];
  }

  /** `given`: the variables of fields that have been read already. */
  #record(
    { fields }: RecordCrossing,
    value: string,
    given: ReadonlyMap<string, string>,
  ): readonly string[] {
    return [
      isNoObject(value, null),
      "let step = '';",
      'try {',
      ...fields.map((field, index) => {
        const known = given.get(field.name);
        const own = known ?? this.variable();
        const read = known ? '' : `const ${own} = ${value}${memberOf(field.name)};`;
        const step = JSON.stringify(memberOf(field.name));
        const needed = roomBefore(
          fields.map((one) => one.crossing),
          index,
        );
        return `step = ${step}; ${read} ${needed} ${this.write(field.crossing, own)}`;
      }),
      '} catch (error) { throw within(error, step); }',
    ];
  }

  /** What is no plain object first: an array has fields too. */
  #union(members: readonly CrossingMember[]): readonly string[] {
    const rank = ({ mark }: CrossingMember): number => RANKS.indexOf(mark.kind);
    const ordered = members.toSorted((a, b) => rank(a) - rank(b));
    const first = ordered.filter((one) => rank(one) < FIRST_RECORD);
    const records = ordered.filter((one) => rank(one) >= FIRST_RECORD);
    const tags = new Set(records.flatMap(({ mark }) => (mark.kind === 'tag' ? [mark.field] : [])));
    const given = new Map([...tags].map((field) => [field, this.variable()]));
    const write = (member: CrossingMember, body: string): string =>
      `if (${this.#test(member, given)}) { ${room(3)} words[at++] = ${members.indexOf(member)}; ${body} }`;
    const rest = [
      ...[...given].map(([field, name]) => `const ${name} = value${memberOf(field)};`),
      [
        ...records.map((member) =>
          write(member, this.#record(member.crossing as RecordCrossing, 'value', given).join('\n')),
        ),
        'wrong(expected, value);',
      ].join(' else '),
    ];
    const isObject = "typeof value === 'object' && value !== null";
    return [
      [
        ...first.map((member) => write(member, this.write(member.crossing, 'value'))),
        ...(records.length > 0 ? [`if (${isObject}) { ${rest.join('\n')} }`] : []),
        'wrong(expected, value);',
      ].join(' else '),
    ];
  }

  #test({ mark, crossing }: CrossingMember, given: ReadonlyMap<string, string>): string {
    switch (mark.kind) {
      case 'typeof':
        return crossing.kind === 'scalar' && mark.name === 'object'
          ? viewTest(crossing.type)
          : `typeof value === ${JSON.stringify(mark.name)}`;
      case 'array':
        return 'isArray(value)';
      case 'map':
        return 'isMap(value)';
      case 'set':
        return 'isSet(value)';
      case 'date':
        return 'isDate(value)';
      case 'error':
        return 'isError(value)';
      case 'instance':
        return crossing.kind === 'instance'
          ? `${placeOf(crossing.class.position)}(value) !== 0`
          : 'false';
      case 'tag':
        return `${given.get(mark.field)} === ${valueText(mark.value)}`;
      case 'field':
        return `${JSON.stringify(mark.field)} in value`;
      case 'other-object':
        return 'true';
    }
  }
}

/** What is no plain object is asked for first. */
const RANKS: readonly CrossingMember['mark']['kind'][] = [
  'typeof',
  'array',
  'map',
  'set',
  'date',
  'error',
  'instance',
  'tag',
  'field',
  'other-object',
];
const FIRST_RECORD = RANKS.indexOf('tag');

const noFunction = (value: string, expected: string): string =>
  `if (typeof ${value} !== 'function') wrong(${JSON.stringify(expected)}, ${value});`;

/** The place of a live value. */
const held = ({ kind }: Crossing, value: string, expected: string): string =>
  kind === 'live'
    ? `holdLive(${value})`
    : `holdLive(asPromise(${value}, ${JSON.stringify(expected)}))`;

/** Declares the place of an object of a class. */
const instance = (
  { class: { position } }: Crossing & { readonly kind: 'instance' },
  place: string,
  value: string,
  expected: string,
): string =>
  `${place} = ${placeOf(position)}(${value}); if (${place} === 0) wrong(${JSON.stringify(expected)}, ${value});`;

function viewTest(type: ScalarType): string {
  if (type.kind === 'typedarray')
    return `typedArrayName.call(value) === ${JSON.stringify(type.name)}`;
  return type.kind === 'dataview' ? 'is(viewBrand, value)' : 'is(bufferBrand, value)';
}

const room = (count: number): string => `if (at + ${count} > words.length) grow(${count});`;

/** Words of a value, of what functions make room for only the first. */
function wordsOf(crossing: Crossing): number {
  switch (crossing.kind) {
    case 'literal':
      return 0;
    case 'scalar':
      return crossing.type.kind === 'int' && crossing.type.bigint ? 2 : 1;
    case 'nullable':
      return 1 + wordsOf(crossing.base);
    default:
      return 1;
  }
}

/** Functions write as much as they like, and leave no room behind them. */
function isWritten(crossing: Crossing): boolean {
  switch (crossing.kind) {
    case 'scalar':
    case 'literal':
    case 'date':
    case 'instance':
    case 'function':
    case 'live':
    case 'promise':
      return false;
    case 'nullable':
      return isWritten(crossing.base);
    default:
      return true;
  }
}

/** Makes room, before the part at `index`, for all up to the end of the next that a function writes; '' where there is room. */
function roomBefore(parts: readonly Crossing[], index: number): string {
  const before = parts[index - 1];
  if (before && !isWritten(before)) return '';
  let count = 0;
  for (const part of parts.slice(index)) {
    count += wordsOf(part);
    if (isWritten(part)) break;
  }
  return count === 0 ? '' : room(count);
}

const isPresent = (
  { allowsNull, allowsUndefined }: Crossing & { readonly kind: 'nullable' },
  value: string,
): string =>
  [
    ...(allowsNull ? [`${value} !== null`] : []),
    ...(allowsUndefined ? [`${value} !== undefined`] : []),
  ].join(' && ');

/** null: the function's own text. */
const expectedIn = (expected: string | null): string =>
  expected === null ? 'expected' : JSON.stringify(expected);

const isNoObject = (value: string, expected: string | null): string =>
  `if (typeof ${value} !== 'object' || ${value} === null) wrong(${expectedIn(expected)}, ${value});`;

const isNoTuple = (count: number, value: string, expected: string | null): string =>
  `if (!isArray(${value}) || ${value}.length !== ${count}) wrong(${expectedIn(expected)}, ${value});`;

function check(type: ScalarType, value: string, expected: string): string {
  const kind = type.kind === 'float' ? 'number' : type.kind;
  return `if (typeof ${value} !== '${kind}') wrong(${JSON.stringify(expected)}, ${value});`;
}

function scalar(type: ScalarType, value: string, expected: string, put: Put): string {
  const text = JSON.stringify(expected);
  switch (type.kind) {
    case 'boolean':
      return `${check(type, value, expected)} ${put(put === putWord ? `${value} ? 1 : 0` : value)}`;
    case 'float':
    case 'string':
      return `${check(type, value, expected)} ${put(value)}`;
    case 'int': {
      const [low, high] = argumentRange(type).map((limit) => `${limit}${type.bigint ? 'n' : ''}`);
      const kind = type.bigint ? 'bigint' : 'number';
      const whole = type.bigint ? '' : `isInteger(${value}) && `;
      const checked = `if (typeof ${value} !== '${kind}') wrong(${text}, ${value}); if (!(${whole}${value} >= ${low} && ${value} <= ${high})) wrongRange(${text}, ${value});`;
      if (!type.bigint || put !== putWord)
        return `${checked} ${put(type.bigint ? value : `${value} + 0`)}`;
      const view = type.signed ? 'long' : 'ulong';
      return `${checked} ${view}[0] = ${value}; words[at++] = half[0]; words[at++] = half[1];`;
    }
    case 'typedarray':
      return put(`checkTypedArray(${value}, ${type.name}, ${text})`);
    case 'arraybuffer':
      return put(`checkBuffer(${value}, ${text})`);
    case 'dataview':
      return put(`checkView(${value}, ${text})`);
    default:
      throw new Error(`no argument is of type ${type.kind}`);
  }
}

// Exported classes → classes of JavaScript. An object of one holds the place of the program's object in a private field, which nothing
// else can have: methods know by it what `this` is. No class `extends` another in the text, as `super` could be led astray; what one
// inherits is linked behind it.
import { hasErrors, type ClassMember, type CrossingClass } from '../../program/crossing.ts';
import { articleFor } from '../argument-messages.ts';
import { errorConstructor, errorKinds, ERRORS_RUNTIME } from './error-class.ts';
import { entryText, parametersOf, type EntryText, type Writers } from './entry.ts';
import {
  allowing,
  ALLOWING_RUNTIME,
  hasOwned,
  missingOverride,
  newOwn,
  ownConstructor,
  OWNED_RUNTIME,
} from './javascript-class.ts';
import { keyOf } from './names.ts';

export class ClassWriter {
  readonly #classes: readonly CrossingClass[];
  readonly #indexOf: (native: string) => number;
  readonly #writers: Writers;
  /** Classes, behind the functions that they use. */
  readonly lines: readonly string[];

  constructor(
    classes: readonly CrossingClass[],
    indexOf: (native: string) => number,
    writers: Writers,
  ) {
    this.#classes = classes;
    this.#indexOf = indexOf;
    this.#writers = writers;
    this.lines = [...classes.flatMap((one) => this.#class(one)), ...this.#links()];
  }

  /** What functions that give and take objects use. */
  get head(): readonly string[] {
    if (this.#classes.length === 0) return [];
    const places = this.#classes.map(({ position }) => placeOf(position));
    return [
      ...(hasOwned(this.#classes) ? [OWNED_RUNTIME] : []),
      ...(this.#classes.some((one) => newOwn(one).length > 0) ? [ALLOWING_RUNTIME] : []),
      `let ${places.join(', ')};`,
      ...(hasErrors(this.#classes) ? [errorKinds(this.#classes), ERRORS_RUNTIME] : []),
    ];
  }

  get entries(): readonly string[] {
    return this.#classes.map(
      ({ exported, position }) => `${JSON.stringify(exported)}: ${classOf(position)}`,
    );
  }

  #class(one: CrossingClass): readonly string[] {
    const name = JSON.stringify(one.name);
    const derived = this.#classes.filter(({ base }) => base === one);
    const below = derived.reduceRight(
      (rest, { position }) =>
        rest === '0' ? `${placeOf(position)}(value)` : `${placeOf(position)}(value) || ${rest}`,
      '0',
    );
    const own = ownConstructor(one);
    const members = one.members
      .filter(({ role }) => role !== 'own constructor' && role !== 'override')
      .map((member) => this.#member(one, member));
    const entryOf = (member: ClassMember, by: string, self: string | null): EntryText =>
      this.#entry(one, member, by, self);
    const place = own
      ? 'value.#place > 0 ? value.#place : owning(value.#place, value)'
      : 'value.#place';
    return [
      ...members.map(({ constants }) => constants),
      ...allowing(one, entryOf, this.#indexOf),
      `const ${classOf(one.position)} = { ${name}: class {`,
      ...(one.error
        ? []
        : [
            '#place = 0;',
            'static {',
            `${placeOf(one.position)} = (value) => typeof value === 'object' && value !== null && #place in value ? ${place} : ${below};`,
            '}',
          ]),
      ...(one.isAbstract ? this.#abstract(one) : []),
      ...members.map(({ text }) => text),
      `} }[${name}];`,
      ...(one.error
        ? [`${placeOf(one.position)} = (value) => ErrorMark.placeIn(value, ${one.position});`]
        : []),
    ];
  }

  #abstract(one: CrossingClass): readonly string[] {
    const text = JSON.stringify(`new ${one.name}: the class is abstract`);
    const own = ownConstructor(one);
    return [
      `constructor(${own ? parametersOf(own.crossing) : ''}) {`,
      'if (adopted === 0) {',
      ...newOwn(one),
      `throw new TypeError(${text});`,
      '}',
      ...ADOPT,
      '}',
    ];
  }

  #member(
    one: CrossingClass,
    member: ClassMember,
  ): { readonly constants: string; readonly text: string } {
    const { role, isStatic, name } = member;
    const own = classOf(one.position);
    const holder = isStatic ? own : `${own}.prototype`;
    const key = memberKey(name);
    const isCalled = role === 'method';
    const by = isCalled
      ? `${holder}${key.startsWith('[') ? key : `[${key}]`}`
      : `Object.getOwnPropertyDescriptor(${holder}, ${key.startsWith('[') ? key.slice(1, -1) : key}).${role}`;
    if (role === 'constructor') return this.#construct(one, member);
    const entry = this.#entry(one, member, by, isStatic ? null : 'self');
    const head = `${isStatic ? 'static ' : ''}${isCalled ? '' : `${role} `}${key}`;
    return {
      constants: entry.constants,
      text: [
        `${head}(${entry.parameters}) {`,
        ...(isStatic ? [] : this.#self(one, name)),
        ...(member.isAbstract ? [missingOverride(one, member)] : []),
        ...entry.body,
        '}',
      ].join('\n'),
    };
  }

  /** The object is made first: an argument that is wrong leaves none. */
  #construct(
    one: CrossingClass,
    member: ClassMember,
  ): { readonly constants: string; readonly text: string } {
    const index = this.#indexOf(member.native);
    const entry = this.#entry(one, member, classOf(one.position), null);
    const parameters = parametersOf(member.crossing);
    const given = parameters.replaceAll(' = undefined', '');
    return {
      constants: [
        entry.constants,
        `const make${index} = (${parameters}) => {`,
        ...entry.body,
        '};',
      ].join('\n'),
      text: [
        `constructor(${parameters}${one.error?.takesOptions ? ', options = undefined' : ''}) {`,
        ...(one.error
          ? errorConstructor(one, newOwn(one), `make${index}(${given})`)
          : [
              'if (adopted === 0) {',
              ...newOwn(one),
              `adopted = make${index}(${given});`,
              '}',
              ...ADOPT,
            ]),
        '}',
      ].join('\n'),
    };
  }

  #self(one: CrossingClass, name: string): readonly string[] {
    const [label, expected] = [`${one.name}.${name}`, `${articleFor(one.name)} ${one.name}`];
    return [
      `const self = ${placeOf(one.position)}(this);`,
      `if (self === 0) wrongThis(${JSON.stringify(label)}, ${JSON.stringify(expected)}, this);`,
    ];
  }

  #entry(
    one: CrossingClass,
    { role, name, native, crossing }: ClassMember,
    by: string,
    self: string | null,
  ): EntryText {
    const isNew = role === 'constructor' || role === 'own constructor';
    const label = isNew ? `new ${one.name}` : `${one.name}.${name}`;
    return entryText({ label, crossing, index: this.#indexOf(native), by, self }, this.#writers);
  }

  #links(): readonly string[] {
    if (this.#classes.length === 0) return [];
    return [
      ...this.#classes.flatMap(({ position, base, error }) => {
        const above = base ? classOf(base.position) : error?.builtin;
        if (above === undefined) return [];
        const own = classOf(position);
        return [
          `Object.setPrototypeOf(${own}, ${above});`,
          `Object.setPrototypeOf(${own}.prototype, ${above}.prototype);`,
        ];
      }),
      `const classes = [${this.#classes.map(({ position }) => classOf(position)).join(', ')}];`,
    ];
  }
}

/** The rest of a constructor: the object stands for that of the program. */
const ADOPT = [
  'const place = adopted;',
  'adopted = 0;',
  'this.#place = place;',
  'keepObject(place, this);',
];

const classOf = (position: number): string => `class${position}`;

/** The function that gives the place of an object of the class; 0 for everything else. */
export const placeOf = (position: number): string => `placeOf${position}`;

/** `[Symbol.iterator]` as it is. */
const memberKey = (name: string): string => (name.startsWith('[') ? name : keyOf(name));

// Classes of JavaScript that extend an exported class. Their objects are made in two steps, so that the constructor of the program's class
// can call what they override: JavaScript's object is given a place, and then the program makes its own for that place.
//
// Such an object lives as long as either side refers to it. JavaScript keeps it while the program has more than its list: that is asked
// for with a collection, when twice as many are kept as were left by the last one, and when the engine has collected something.
import {
  COLLECT_EXPORT,
  PLACE_EXPORTS,
  type ClassMember,
  type CrossingClass,
} from '../../program/crossing.ts';
import type { EntryText } from './entry.ts';
import { keyOf } from './names.ts';
import { FEW } from './places.ts';

type EntryOf = (member: ClassMember, by: string, self: string | null) => EntryText;

export const ownConstructor = ({ members }: CrossingClass): ClassMember | undefined =>
  members.find(({ role }) => role === 'own constructor');

const overridesOf = ({ members }: CrossingClass): readonly ClassMember[] =>
  members.filter(({ role }) => role === 'override');

/** What its constructor does first, for an object that is new: `this` is one of a class of JavaScript where it returns. */
export function newOwn(one: CrossingClass): readonly string[] {
  const { position, direct } = one;
  const own = ownConstructor(one);
  if (!own && direct.length === 0) return [];
  const isDerived = `new.target !== class${position}`;
  if (!own) return [`if (${isDerived}) allow${position}(new.target);`];
  const given = ['own', ...namesOf(own)].join(', ');
  return [
    `if (${isDerived}) {`,
    `allow${position}(new.target);`,
    'const own = newPlace();',
    'this.#place = -own;',
    'keepOwn(own, this);',
    `try { makeOwn${position}(${given}); } catch (error) {`,
    'this.#place = 0;',
    'owned.delete(own);',
    'throw error;',
    '}',
    'return;',
    '}',
  ];
}

const namesOf = ({ crossing }: ClassMember): readonly string[] =>
  crossing.parameters.map(({ rest }, i) => `${rest ? '...' : ''}a${i}`);

/** The functions that this needs. */
export function allowing(
  one: CrossingClass,
  entryOf: EntryOf,
  indexOf: (native: string) => number,
): readonly string[] {
  const { position, name, direct } = one;
  const own = ownConstructor(one);
  if (!own && direct.length === 0) return [];
  const overrides = overridesOf(one);
  const setters = overrides.map((member) => {
    const setter = `set${indexOf(member.native)}`;
    return [setter, ...functionLines(setter, entryOf(member, setter, null), [])];
  });
  const calls = overrides.map((member) => {
    const label = JSON.stringify(`${name}.${member.name}`);
    return `set${indexOf(member.native)}(labelled(${overrideText(member)}, ${label}));`;
  });
  const keys = direct.map((key) => (key.startsWith('[') ? key.slice(1, -1) : JSON.stringify(key)));
  return [
    ...(own
      ? functionLines(`makeOwn${position}`, entryOf(own, `class${position}`, 'own'), ['own'])
      : []),
    ...setters.flatMap(([, ...lines]) => lines),
    `const allow${position} = allowing(() => class${position}.prototype, ${JSON.stringify(name)}, new Set([${keys.join(', ')}]), () => {`,
    ...calls,
    '});',
  ];
}

const functionLines = (
  name: string,
  { constants, parameters, body }: EntryText,
  before: readonly string[],
): readonly string[] => [
  constants,
  `const ${name} = (${[...before, parameters].filter((one) => one !== '').join(', ')}) => {`,
  ...body,
  '};',
];

/** The function that calls the member of an object of JavaScript's. */
function overrideText({ name, crossing }: ClassMember): string {
  const type = crossing.parameters[0]?.crossing;
  if (type?.kind !== 'function') throw new Error('an override that is no function');
  const [, kind, written = ''] = /^(get |set |)(.*)$/s.exec(name) ?? [];
  const member = written.startsWith('[') ? `self${written}` : `self[${keyOf(written)}]`;
  const names = type.parameters.slice(1).map((_, i, { length }) => {
    const isRest = type.rest && i === length - 1;
    return `${isRest ? '...' : ''}a${i}`;
  });
  const parameters = `(${['self', ...names].join(', ')})`;
  if (kind === 'get ') return `${parameters} => ${member}`;
  return kind === 'set '
    ? `${parameters} => { ${member} = a0; }`
    : `${parameters} => ${member}(${names.join(', ')})`;
}

/** Of an abstract member: the class of the object has none in its place. */
export const missingOverride = ({ name }: CrossingClass, member: ClassMember): string =>
  `if (owned.has(self)) throw new TypeError(${JSON.stringify(`${name}.${member.name}: the member is abstract, and the object's class has none`)});`;

export const hasOwned = (classes: readonly CrossingClass[]): boolean =>
  classes.some((one) => ownConstructor(one) !== undefined);

const native = (name: keyof typeof PLACE_EXPORTS): string =>
  `native[${JSON.stringify(PLACE_EXPORTS[name])}]`;

export const OWNED_RUNTIME = `
const newPlace = ${native('newPlace')}, isAlone = ${native('isAlone')}, collect = native[${JSON.stringify(COLLECT_EXPORT)}];
// Objects of JavaScript's classes that the program may have, by place.
const owned = new Map();
let mostOwned = ${FEW}, lookedAt = 0;
const keepOwn = (place, object) => {
  keepObject(place, object);
  if (owned.size >= mostOwned) lookOwned();
  owned.set(place, object);
};
// What is given to the program again it may keep.
const owning = (code, object) => {
  if (code < 0 && !owned.has(-code)) owned.set(-code, object);
  return -code;
};
const lookOwned = () => {
  collect(true);
  for (const place of owned.keys()) if (isAlone(place)) owned.delete(place);
  mostOwned = Math.max(${FEW}, 2 * owned.size);
};
whenCollected = () => {
  const now = Date.now();
  if (owned.size === 0 || now - lookedAt < 1000) return;
  lookedAt = now;
  lookOwned();
};
`.trim();

export const ALLOWING_RUNTIME = `
const { WeakSet } = globalThis;
// Looks once at each class that extends one.
const allowing = (prototypeOf, name, direct, prepare) => {
  const seen = new WeakSet();
  let isPrepared = false;
  return (target) => {
    if (seen.has(target)) return;
    const own = prototypeOf();
    for (let at = target.prototype; at !== own && Object(at) === at; at = Object.getPrototypeOf(at))
      for (const key of Reflect.ownKeys(at))
        if (direct.has(key)) throw new TypeError('new ' + target.name + ': compiled code calls ' + name + '.' + String(key) + ', whatever ' + target.name + ' has in its place: declare it /** @virtual */ in ' + name);
    if (!isPrepared) {
      isPrepared = true;
      prepare();
    }
    seen.add(target);
  };
};
`.trim();

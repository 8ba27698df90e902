// Types that cross by words → TypeScript. A type that contains itself has a declaration of its own.
import { publicExports, type Unit } from '../graph/unit.ts';
import {
  isRecursive,
  letter,
  type Crossing,
  type CrossingClass,
  type FunctionCrossing,
} from '../program/crossing.ts';
import { absentNames } from '../program/type-text.ts';
import { quotedName } from '../program/identifier.ts';
import { exportNames } from './export-names.ts';
import { declaredType } from './declared-type.ts';

const isOptionalType = (crossing: Crossing): boolean =>
  crossing.kind === 'nullable' && crossing.allowsUndefined;

export class RecordDeclarations {
  readonly #taken: Set<string>;
  /** The bindings of exports. */
  readonly #locals: ReadonlyMap<string, string>;
  readonly #names = { given: new Map<Crossing, string>(), made: new Map<Crossing, string>() };
  readonly #texts: string[] = [];

  constructor(unit: Unit) {
    this.#taken = new Set(publicExports(unit).map(({ name }) => name));
    this.#locals = new Map(exportNames(unit).map(({ exported, local }) => [exported, local]));
  }

  /** The declarations of the types that have been asked for. */
  get text(): string {
    return this.#texts.join('');
  }

  /** `isGiven`: by JavaScript. Nothing of it is changed, so lists may be readonly there. */
  type(crossing: Crossing, isGiven: boolean): string {
    return isRecursive(crossing) && crossing.kind !== 'nullable'
      ? this.#named(crossing, isGiven)
      : this.#structure(crossing, isGiven);
  }

  /** The binding of an exported class. */
  className({ name, exported }: CrossingClass): string {
    return this.#locals.get(exported) ?? name;
  }

  #named(crossing: Crossing, isGiven: boolean): string {
    const names = this.#names[isGiven ? 'given' : 'made'];
    const known = names.get(crossing);
    if (known) return known;
    const own = crossing.kind === 'record' ? crossing.name : null;
    const name = this.#unused(own ?? 'Value', 1);
    names.set(crossing, name);
    const structure = this.#structure(crossing, isGiven);
    this.#texts.push(
      crossing.kind === 'record'
        ? `interface ${name} ${structure}\n`
        : `type ${name} = ${structure};\n`,
    );
    return name;
  }

  #unused(wanted: string, count: number): string {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (this.#taken.has(name)) return this.#unused(wanted, count + 1);
    this.#taken.add(name);
    return name;
  }

  #structure(crossing: Crossing, isGiven: boolean): string {
    switch (crossing.kind) {
      case 'scalar':
        return declaredType(crossing.type);
      case 'literal':
        return JSON.stringify(crossing.value);
      case 'record':
        return this.#record(crossing, isGiven);
      case 'tuple': {
        const items = crossing.items.map((item) => this.type(item, isGiven)).join(', ');
        return `${isGiven || crossing.isReadonly ? 'readonly ' : ''}[${items}]`;
      }
      case 'array': {
        const item = this.type(crossing.item, isGiven);
        const isOne = /^[\w.]+(\[\])*$|^\{[^{}]*\}$/.test(item);
        return `${isGiven ? 'readonly ' : ''}${isOne ? item : `(${item})`}[]`;
      }
      case 'instance':
        return this.className(crossing.class);
      case 'function':
        return this.#function(crossing, isGiven);
      // Callers look at it before they use it.
      case 'live':
        return 'unknown';
      case 'promise':
        return `Promise<${this.type(crossing.value, isGiven)}>`;
      case 'date':
        return 'Date';
      case 'error':
        return 'Error';
      case 'map':
        return `${isGiven ? 'Readonly' : ''}Map<${this.type(crossing.key, isGiven)}, ${this.type(crossing.value, isGiven)}>`;
      case 'set':
        return `${isGiven ? 'Readonly' : ''}Set<${this.type(crossing.key, isGiven)}>`;
      case 'nullable':
        return [this.#choice(crossing.base, isGiven), ...absentNames(crossing)].join(' | ');
      case 'union':
        return crossing.members.map((member) => this.#choice(member.crossing, isGiven)).join(' | ');
    }
  }

  /** Before or behind a `|`. */
  #choice(crossing: Crossing, isGiven: boolean): string {
    const text = this.type(crossing, isGiven);
    return crossing.kind === 'function' ? `(${text})` : text;
  }

  /** Arguments go the other way. */
  #function({ parameters, rest, result }: FunctionCrossing, isGiven: boolean): string {
    const texts = parameters.map((parameter, index) => {
      const isOptional = parameter.kind === 'nullable' && parameter.allowsUndefined;
      const mark = isOptional && parameters.slice(index).every(isOptionalType) ? '?' : '';
      const isRest = rest && index === parameters.length - 1;
      return `${isRest ? '...' : ''}${letter(index)}${isRest ? '' : mark}: ${this.type(parameter, !isGiven)}`;
    });
    return `(${texts.join(', ')}) => ${this.type(result, isGiven)}`;
  }

  #record({ fields }: Crossing & { readonly kind: 'record' }, isGiven: boolean): string {
    const parts = fields.map(({ name, crossing }) => {
      const isOptional = crossing.kind === 'nullable' && crossing.allowsUndefined;
      return `${quotedName(name)}${isOptional ? '?' : ''}: ${this.type(crossing, isGiven)}`;
    });
    return `{ ${parts.join('; ')} }`;
  }
}

// JavaScript that makes a value of the words and the text of a result: what `toWords` of `runtime/library/boundary.ts` has written.
import {
  viewName,
  type Crossing,
  type RecordCrossing,
  type ScalarType,
  type ViewType,
} from '../../program/crossing.ts';
import { keyOf, valueText } from './names.ts';

export class TakeWriter {
  readonly #names = new Map<Crossing, string>();
  readonly #functions: string[] = [];

  get functions(): readonly string[] {
    return this.#functions;
  }

  /** An expression whose value is the next one; parts are evaluated in the order in which they lie. */
  read(crossing: Crossing): string {
    switch (crossing.kind) {
      case 'scalar':
        return scalar(crossing.type);
      case 'literal':
        return valueText(crossing.value);
      case 'error':
        return 'takeError(words[at++])';
      case 'date':
        return 'new Date(words[at++])';
      case 'function':
        return `closureAt${crossing.position}(words[at++])`;
      case 'live':
      case 'promise':
        return 'values[words[at++]]';
      case 'instance':
        return 'objectAt(words[at++], words[at++])';
      case 'nullable': {
        const { base, allowsNull, allowsUndefined } = crossing;
        const missing =
          allowsNull && allowsUndefined
            ? '(words[at - 1] === 1 ? undefined : null)'
            : String(allowsNull ? null : undefined);
        return `(words[at++] === 0 ? ${this.read(base)} : ${missing})`;
      }
      default:
        return `${this.#function(crossing)}()`;
    }
  }

  #function(crossing: Crossing): string {
    const known = this.#names.get(crossing);
    if (known) return known;
    const name = `take${this.#names.size}`;
    this.#names.set(crossing, name);
    const body = this.#body(crossing);
    this.#functions.push(`const ${name} = () => ${body};`);
    return name;
  }

  #body(crossing: Crossing): string {
    switch (crossing.kind) {
      case 'record':
        return `(${this.#record(crossing)})`;
      case 'tuple':
        return `[${crossing.items.map((item) => this.read(item)).join(', ')}]`;
      case 'array':
        return this.#loop('[]', `made.push(${this.read(crossing.item)});`);
      case 'set':
        return this.#loop('new Set()', `made.add(${this.read(crossing.key)});`);
      case 'map':
        return this.#loop(
          'new Map()',
          `const key = ${this.read(crossing.key)}; made.set(key, ${this.read(crossing.value)});`,
        );
      case 'union': {
        const cases = crossing.members.map(
          (member, index) => `case ${index}: return ${this.read(member.crossing)};`,
        );
        return `{\nswitch (words[at++]) {\n${cases.join('\n')}\n}\n}`;
      }
      default:
        throw new Error(`a ${crossing.kind} is read in place`);
    }
  }

  #record({ fields }: RecordCrossing): string {
    const parts = fields.map(({ name, crossing }) => `${keyOf(name)}: ${this.read(crossing)}`);
    return `{ ${parts.join(', ')} }`;
  }

  #loop(empty: string, step: string): string {
    return `{\nconst made = ${empty};\nfor (let count = words[at++]; count > 0; count--) { ${step} }\nreturn made;\n}`;
  }
}

function scalar(type: ScalarType): string {
  switch (type.kind) {
    case 'boolean':
      return 'words[at++] !== 0';
    case 'string':
      return 'takeText()';
    case 'int':
      if (type.bigint) return type.signed ? 'takeLong()' : 'takeUlong()';
      return 'words[at++]';
    case 'float':
      return 'words[at++]';
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return `get${viewName(type as ViewType)}(words[at++])`;
    default:
      throw new Error(`no part of a result is of type ${type.kind}`);
  }
}

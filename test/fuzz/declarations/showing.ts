// Values of every type → text for the trace. What is built of others gets a function of its own in the program.
import { type Maker } from '../generate/maker.ts';
import { fixed, parts, type Node, type Part } from '../generate/tree.ts';
import { typeofName, type Type } from '../generate/types.ts';

/** An expression of type string. */
export function shown(value: Node, type: Type, maker: Maker): Node {
  if (type.kind === 'string') return value;
  return fixed(parts`${shower(type, maker)}(${value})`);
}

function shower(type: Type, maker: Maker): string {
  if (type.kind === 'numeric' && !type.integer) return 'showNumber';
  return maker.helper(type.text, 'show', (name) => {
    const value = fixed(['value']);
    const text =
      type.kind === 'numeric' ? parts`return \`\${${textual(value, type)}}\`;` : body(type, maker);
    return fixed(parts`function ${name}(value: ${type.text}): string {\n${text}\n}`);
  });
}

/** What becomes text: an isize is a number in JavaScript, and has the digits of one. */
export function textual(value: Node, type: Type): Node {
  const isNumber = type.kind === 'numeric' && type.wide && !type.bigint;
  return isNumber ? fixed(parts`${value}`, parts`Number(${value})`) : value;
}

function body(type: Type, maker: Maker): readonly Part[] {
  const show = (text: string, of: Type): string =>
    of.kind === 'string' ? text : `${shower(of, maker)}(${text})`;
  switch (type.kind) {
    case 'array':
      return [
        `let out = '[';\nfor (const item of value) out += ${show('item', type.element)} + ',';\nreturn out + ']';`,
      ];
    case 'typed':
      return [
        `let out = '<';\nfor (const item of value) out += ${show('item', type.element)} + ',';\nreturn out + '>';`,
      ];
    case 'set':
      return [
        `let out = '{';\nfor (const item of value) out += ${show('item', type.element)} + ',';\nreturn out + '}';`,
      ];
    case 'map':
      return [
        `let out = '{';\nfor (const [key, item] of value) out += ${show('key', type.key)} + ':' + ${show('item', type.value)} + ',';\nreturn out + '}';`,
      ];
    case 'tuple':
      return [
        `return '(' + ${type.items.map((item, index) => show(`value[${index}]`, item)).join(` + ',' + `)} + ')';`,
      ];
    case 'record':
      return [
        `return '{' + ${type.fields.map(({ name, type: of }) => show(`value.${name}`, of)).join(` + ',' + `)} + '}';`,
      ];
    case 'nullable':
      return [`return value === ${type.absent} ? '${type.absent}' : ${show('value', type.base)};`];
    case 'union':
      return type.members.map((member, i) => {
        const isLast = i === type.members.length - 1;
        const test = isLast ? '' : `if (typeof value === '${typeofName(member)}') `;
        return `${test}return ${show('value', member)};\n`;
      });
    case 'class':
      return ['return value.describe();'];
    case 'function':
      return [`return value === value ? 'function' : '';`];
    default:
      return ['return `${value}`;'];
  }
}

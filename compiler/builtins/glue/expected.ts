// What a place wants, for messages: `an array`, `a Map or null`, `a number or an object`.
import type { Crossing, Literal } from '../../program/crossing.ts';
import { absentNames } from '../../program/type-text.ts';
import { articleFor, expectedText } from '../argument-messages.ts';

export function expectedOf(crossing: Crossing): string {
  switch (crossing.kind) {
    case 'scalar':
      return expectedText(crossing.type);
    case 'literal':
      return literalText(crossing.value);
    case 'record':
      return 'an object';
    case 'tuple':
      return `an array of ${crossing.items.length} ${crossing.items.length === 1 ? 'item' : 'items'}`;
    case 'array':
      return 'an array';
    case 'error':
      return 'an Error';
    case 'date':
      return 'a Date';
    case 'map':
      return 'a Map';
    case 'set':
      return 'a Set';
    case 'function':
      return 'a function';
    case 'live':
      return 'a value';
    case 'promise':
      return 'a Promise';
    case 'instance':
      return `${articleFor(crossing.class.name)} ${crossing.class.name}`;
    case 'nullable':
      return choice([...choices(crossing.base), ...absentNames(crossing)]);
    case 'union':
      return choice(choices(crossing));
  }
}

function choices(crossing: Crossing): readonly string[] {
  if (crossing.kind !== 'union') return [expectedOf(crossing)];
  const ordered = crossing.members.toSorted((a, b) => rank(a.crossing) - rank(b.crossing));
  return [...new Set(ordered.map((member) => expectedMember(member)))];
}

/** The order of a union's members depends on the program around it. */
function rank(crossing: Crossing): number {
  const order = ['int', 'float', 'string', 'boolean'];
  const place = crossing.kind === 'scalar' ? order.indexOf(crossing.type.kind) : -1;
  return place < 0 ? order.length : place;
}

/** A record with a tag is named by it. */
function expectedMember({
  mark,
  crossing,
}: (Crossing & { kind: 'union' })['members'][number]): string {
  if (mark.kind === 'tag') return `an object with ${mark.field} ${literalText(mark.value)}`;
  if (mark.kind === 'field') return `an object with ${mark.field}`;
  return expectedOf(crossing);
}

function choice(texts: readonly string[]): string {
  const all = [...texts];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

export const literalText = (value: Literal): string =>
  typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value);

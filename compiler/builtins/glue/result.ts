// What JavaScript gives to the program that has called it → JavaScript that lays it out in the words.
import { holds, isLive, isText, type Crossing } from '../../program/crossing.ts';
import { isOneWord } from '../../program/types.ts';
import type { Writers } from './entry.ts';
import { expectedOf } from './expected.ts';

/**
 * `subject`, an expression: what is wrong where it is not of the type, and stands for `path` of the result. What the program has not taken then, nobody
 * has.
 */
export function resultText(
  result: Crossing,
  give: Writers['give'],
  subject: string,
  path = '',
): readonly string[] {
  // Nothing can go wrong.
  if (result.kind === 'live') return [ROOM, 'words[at++] = placeFor(result);'];
  const isGiving = holds(result, isLive);
  return [
    ...(isGiving ? ['const freshBefore = fresh.length;'] : []),
    ...(isWord(result) ? [] : ["text = '';", 'level = 0;']),
    `try { ${give.writeFirst(result, 'result', expectedOf(result))} } catch (error) {`,
    ...(isGiving ? ['settle(freshBefore);'] : []),
    `throw said(${path === '' ? 'error' : `without(error, ${path.length})`}, ${subject}, undefined);`,
    '}',
    ...(isGiving ? ['fresh.length = freshBefore;'] : []),
    ...(holds(result, isText) ? ['setHostText(text);'] : []),
  ];
}

export const isWord = (one: Crossing): boolean => one.kind === 'scalar' && isOneWord(one.type);

const ROOM = 'if (at >= words.length) grow(1);';

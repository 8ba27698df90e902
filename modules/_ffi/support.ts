// What the source text of generated functions uses by name.
import { addressOf } from './addresses.ts';
import { refuse } from './errors.ts';
import { addonCall, fastCall } from './fast-call.ts';
import { loadExtended, storeExtended } from '../../runtime/lltype/extended.ts';
import { F32, F64, I32, I64, U64, FRAME_VIEW } from './frame.ts';
import { calls, FRAME, libraries } from './native.ts';
import { keepError, throwPending } from './pending.ts';
import { mark, placeText, placeWideText, release, reserve } from './scratch.ts';
import { textAt, textCall } from './text-call.ts';

const isCodePoint = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length < 3 && [...value].length === 1;

const MOST_CODE_POINT = 0x10_ffff;
const character = (code: number): string =>
  String.fromCodePoint(code >>> 0 <= MOST_CODE_POINT ? code : 0xfffd);

const wideTextAt = (address: number): string | null =>
  address === 0 ? null : libraries.wide_text(address);

const SUPPORT = {
  I32,
  F32,
  F64,
  I64,
  U64,
  FRAME_VIEW,
  loadExtended,
  storeExtended,
  FRAME,
  fast: fastCall,
  slow: addonCall,
  released: calls.call_released,
  extended: calls.call_extended,
  text: textCall,
  addressOf,
  isView: ArrayBuffer.isView,
  isSafeInteger: Number.isSafeInteger,
  placeText,
  placeWideText,
  mark,
  release,
  reserve,
  isCodePoint,
  character,
  textAt,
  wideTextAt,
  refuse,
  keepError,
  throwPending,
};

let generated = 0;

/**
 * The function that `body` returns. `values`: what is known to it besides. The text is made unlike every other: V8 shares what it learns
 * between functions of the same text, and then a call that is wrong in one makes all of them slow.
 */
export function generate(body: string, values: Readonly<Record<string, unknown>>): unknown {
  const names = `${Object.keys(SUPPORT).join(', ')}`;
  const own = Object.keys(values).join(', ');
  const source = `'use strict'; // ${++generated}\nconst { ${names} } = support;\nconst { ${own} } = own;\n${body}`;
  // The text has no part that a user wrote: names and types are passed as values.
  return (new Function('support', 'own', source) as (support: unknown, own: unknown) => unknown)(
    SUPPORT,
    values,
  );
}

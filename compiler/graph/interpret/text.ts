// UTF-16 code units in simulated memory, and the runtime library's conversions between strings and C's char*.
import { RAISED } from '../../builtins/errors.ts';
import type { RuntimeName } from '../../builtins/builtins.ts';
import { asIndex, asNumber, asString, raise, type Held, type State } from './held.ts';

const UNIT = 2;

export function writeUnits(text: string, what: string, { memory }: State): number {
  const address = memory.allocate(text.length * UNIT, what, false);
  if (address === null) return raise(RAISED.outOfMemory);
  for (let i = 0; i < text.length; i++) memory.store(address + i * UNIT, 'u16', text.charCodeAt(i));
  return address;
}

export function readUnits(address: number, length: number, { memory }: State): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    text += String.fromCharCode(asNumber(memory.load(address + i * UNIT, 'u16')));
  }
  return text;
}

/** A string operand: one value in high graphs, address and length in low ones. */
export const textOf = (args: readonly Held[], state: State): string =>
  state.unit.level === 'high'
    ? asString(args[0])
    : readUnits(asNumber(args[0]), asIndex(args[1]), state);

/** A string result. In low graphs it lives until the outermost call returns. */
const resultText = (text: string, state: State): readonly Held[] =>
  state.unit.level === 'high' ? [text] : [writeUnits(text, SCRATCH, state), BigInt(text.length)];

/** What memory of the running call is called. */
export const SCRATCH = 'scratch memory';

function str2charp(args: readonly Held[], state: State): readonly Held[] {
  const text = textOf(args, state);
  if (text.includes('\0')) raise(RAISED.embeddedNul);
  const bytes = new TextEncoder().encode(`${text}\0`);
  const address = state.memory.allocate(bytes.length, 'malloc', false);
  if (address === null) return raise(RAISED.outOfMemory);
  state.memory.bytes(address, bytes.length).set(bytes);
  return [address];
}

function decode(address: number, size: number, state: State): readonly Held[] {
  const bytes = state.memory.bytes(address, size).slice();
  return resultText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), state);
}

function charp2str([pointer]: readonly Held[], state: State): readonly Held[] {
  const start = asNumber(pointer);
  let end = start;
  while (state.memory.load(end, 'u8') !== 0) end++;
  return decode(start, end - start, state);
}

export const RUNTIME: {
  readonly [N in RuntimeName]: (args: readonly Held[], state: State) => readonly Held[];
} = {
  str2charp,
  charp2str,
  charpsize2str: ([pointer, size], state) => decode(asNumber(pointer), asIndex(size), state),
};

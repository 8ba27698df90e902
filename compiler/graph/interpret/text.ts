// The runtime library's conversions between strings and C's char*.
import { RAISED } from '../../builtins/errors.ts';
import type { RuntimeName } from '../../builtins/runtime-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { stackText } from './stack-text.ts';
import { asIndex, asNumber, asString, raise, type Held, type State } from './held.ts';

function str2charp([operand]: readonly Held[], state: State): readonly Held[] {
  const text = asString(operand);
  if (text.includes('\0')) raise(RAISED.embeddedNul);
  const bytes = new TextEncoder().encode(`${text}\0`);
  const address = state.memory.allocate(bytes.length, 'malloc', false);
  if (address === null) return raise(RAISED.outOfMemory);
  state.memory.bytes(address, bytes.length).set(bytes);
  return [address];
}

function decode(address: number, size: number, state: State): readonly Held[] {
  const bytes = state.memory.bytes(address, size).slice();
  return [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
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
  ...TEXT_FUNCTIONS,
  str2charp,
  charp2str,
  charpsize2str: ([pointer, size], state) => decode(asNumber(pointer), asIndex(size), state),
  error_stack: ([name, message]) => [stackText(name, message)],
};

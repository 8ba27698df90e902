// The host → the functions of V8 that make strings of C's texts, where the host is a Node.js that is known.
import { placeCopy } from './copy.ts';
import { addonCall, hasFastCalls, makeAddonFunction } from './fast-call.ts';
import type { CallBody } from './frame-code.ts';
import { findMaker } from './give-result.ts';
import { FRAME, libraries, loadFastCalls } from './native.ts';
import { textResultCode } from './text-result-code.ts';

const maker = hasFastCalls
  ? findMaker('_ZN2v86String14NewFromOneByteEPNS_7IsolateEPKhNS_13NewStringTypeEi')
  : undefined;

/**
 * Makes the call that the frame says, whose result is a `const char *`, and gives the text; `undefined` where that is left to `textAt`.
 * The C function may run JavaScript.
 */
export const textCall: () => string | undefined = makeTextCall() ?? (addonCall as () => undefined);

/** `body`: for a signature; else it is for all. */
export function makeTextCall(body?: CallBody): typeof textCall | undefined {
  if (!maker) return undefined;
  const code = textResultCode(FRAME, loadFastCalls().errno_address(), maker, body);
  return makeAddonFunction(code) as typeof textCall | undefined;
}

/** The text at an address, from UTF-8. The call of memcpy copies nothing, and gives the address. */
export function textAt(address: number): string | null {
  if (address === 0) return null;
  placeCopy(address, address, 0);
  return textCall() ?? libraries.text(address);
}

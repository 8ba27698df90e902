// The host → the functions of V8 that make strings of C's texts, where the host is a Node.js that is known.
import { asDouble } from './as-double.ts';
import { placeCopy } from './copy.ts';
import { addonCall, fastCall, hasFastCalls, makeAddonFunction } from './fast-call.ts';
import type { CallBody } from './frame-code.ts';
import { CODE, F64, I32, RESULT, SHAPE, STACK_WORDS, U64 } from './frame.ts';
import { FRAME, libraries, loadFastCalls } from './native.ts';
import { type TextMaker, textResultCode } from './text-result-code.ts';
import { V8_VERSION } from './v8-version.ts';

const maker = hasFastCalls ? findMaker() : undefined;

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

function findMaker(): TextMaker | undefined {
  const process = libraries.open_library(null, 2);
  const current = libraries.symbol(process, '_ZN2v87Isolate10GetCurrentEv');
  const newFromOneByte = libraries.symbol(
    process,
    '_ZN2v86String14NewFromOneByteEPNS_7IsolateEPKhNS_13NewStringTypeEi',
  );
  if (current === 0 || newFromOneByte === 0) return undefined;
  F64[CODE] = asDouble(current);
  I32[SHAPE] = 0;
  I32[STACK_WORDS] = 0;
  fastCall();
  return { isolate: Number(U64[RESULT]), newFromOneByte, isInfoFlat: V8_VERSION >= 147 };
}

/** The text at an address, from UTF-8. The call of memcpy copies nothing, and gives the address. */
export function textAt(address: number): string | null {
  if (address === 0) return null;
  placeCopy(address, address, 0);
  return textCall() ?? libraries.text(address);
}

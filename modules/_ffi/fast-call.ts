// The host → the function that makes a call of C: V8's optimized code calls it as C calls C, where the host is a Node.js that is known.
import { frameCode } from './frame-code.ts';
import { CODE, I32, I64, RESULT, U64 } from './frame.ts';
import { calls, FRAME, libraries, loadFastCalls } from './native.ts';

/** For calls of C functions that call no callback. */
export const fastCall: () => void = makeFast() ?? calls.call;

export const hasFastCalls = fastCall !== calls.call;

// Versions of V8's interface (`process.versions.modules`) where the layouts that interp_fast.ts writes are right.
function known(): boolean {
  const { versions, arch, platform, env } = process;
  if (versions['bun'] !== undefined || versions['deno'] !== undefined) return false;
  if (versions['electron'] !== undefined || arch !== 'x64' || platform !== 'linux') return false;
  return (
    env['MIXMOD_FAST_CALLS'] !== '0' && ['115', '127', '137', '147'].includes(versions.modules)
  );
}

function makeFast(): (() => void) | undefined {
  if (!known()) return undefined;
  const native = loadFastCalls();
  const name = 'mixmod fast call';
  const { bytes, fast } = frameCode(FRAME, native.errno_address());
  if (!native.make_fast(name, bytes, fast)) return undefined;
  const made: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return typeof made === 'function' && works(made as () => void) ? (made as () => void) : undefined;
}

/** It calls `labs`, and the result is there. */
function works(call: () => void): boolean {
  const address = libraries.symbol(libraries.open_library(null, 2), 'labs');
  if (address === 0) return false;
  U64[CODE] = BigInt(address);
  I64[1] = -0x1234_5678_9abcn;
  I64[RESULT] = 0n;
  call();
  return I64[RESULT] === 0x1234_5678_9abcn && I32[0] !== 0;
}

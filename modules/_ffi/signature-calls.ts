// A signature → the functions of V8 that call C functions of it, where there are any: one set for all functions of the same signature.
import type { Assignment } from './assign.ts';
import { hasFastCalls, makeAddonCall, makeFastCall } from './fast-call.ts';
import { movesOf, NO_RESULT, signatureBody } from './signature-code.ts';
import { makeTextCall } from './text-call.ts';
import type { FfiType } from './types.ts';

/** Each makes the call of the frame. */
export interface SignatureCalls {
  /** For C functions that call no callback. */
  readonly fast: () => void;
  readonly slow: () => void;
  /** For results that are texts; `slow` for others. */
  readonly text: () => unknown;
}

const known = new Map<string, SignatureCalls | null>();

/** Null where the calls for all signatures have to be used. */
export function signatureCalls(
  args: readonly FfiType[],
  result: FfiType,
  assignment: Assignment,
): SignatureCalls | null {
  if (!hasFastCalls) return null;
  const moves = movesOf(args, assignment);
  const given = result.kind === 'void' ? NO_RESULT : assignment;
  const isText = result.kind === 'char_p';
  const words = moves.map(({ word, stored }) => `${stored} ${word}`);
  const key = [...words, 'gives', given.results, ...given.result, isText].join();
  let made = known.get(key);
  if (made === undefined) {
    const body = signatureBody(moves, given);
    const [fast, slow] = [makeFastCall(body), makeAddonCall(body)];
    const text = isText ? makeTextCall(body) : slow;
    made = fast && slow && text ? { fast, slow, text } : null;
    known.set(key, made);
  }
  return made;
}

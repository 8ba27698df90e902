// rposix.get_saved_errno and its kin → builtin nodes.
import { BOOLEAN, INT_TYPES, VOID } from '../../program/types.ts';
import { builtin } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import type { RuntimeCall } from './runtime-call.ts';

/** `alternate`: the second place, that of RFFI_ALT_ERRNO. */
export const savedErrno =
  (alternate: boolean): RuntimeCall =>
  (node, context) => {
    const span = context.span(node);
    const which = constant(BOOLEAN, alternate, span);
    return builtin('rposix.saved-errno', [which], INT_TYPES.i32, span);
  };

export const saveErrno =
  (alternate: boolean): RuntimeCall =>
  (node, context) => {
    const [argument] = node.arguments;
    const value = argument && context.value(argument, INT_TYPES.i32);
    if (!value || value.type === ERROR_TYPE) return context.failed(node);
    const span = context.span(node);
    return builtin('rposix.save-errno', [constant(BOOLEAN, alternate, span), value], VOID, span);
  };

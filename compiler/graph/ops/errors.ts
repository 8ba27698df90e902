// Ops on the pending error: what `raise`, `throw` and failed checks have left in the environment, read where it is caught.
import { op } from './op.ts';

export const ERROR_OPS = {
  pending_object: op(
    [],
    ['reference'],
    'the object that was thrown; null if the error is that of an operation',
    { reads: true },
  ),
  pending_kind: op(
    [],
    ['i32'],
    'class of the error of an operation: the first two letters of its name, the first in the low byte',
    { reads: true },
  ),
  pending_message: op([], ['...any'], 'the message of the error of an operation, a string', {
    allocates: true,
    raises: true,
  }),
  pending_site: op([], ['usize'], 'where the error of an operation was raised: its site', {
    reads: true,
  }),
  error_site: op(
    [],
    ['usize'],
    'the site of this place: what `stack` of an error of the class, made here, says',
    { reads: true, attributes: ['class'] },
  ),
  error_stack: op(['object'], ['string'], 'name and message of an error, and where it was made', {
    level: 'high',
    allocates: true,
    raises: true,
  }),
  host_error: op(
    ['any', 'any', '...any'],
    [],
    'makes the host’s error of the name, message and site of an error: the cause of the one made before',
  ),
  host_field: op(
    ['any'],
    [],
    'gives the host’s error made before a property: a number, boolean, bigint or string',
    { attributes: ['field'] },
  ),
  host_no_field: op(['boolean'], [], 'the same with null (true) or undefined', {
    attributes: ['field'],
  }),
} as const;

// Errors: their stack is made of their fields by the runtime library.
import { SITE_FIELD } from '../program/error-classes.ts';
import { INT_TYPES, STRING } from '../program/types.ts';
import type { Expander } from './operands.ts';

const errorStack: Expander = (low, operands) => {
  const object = operands.scalar(0);
  const name = low.value('field_load', [object], STRING, { field: 'name', part: 0 });
  const message = low.value('field_load', [object], STRING, { field: 'message', part: 0 });
  const site = low.value('field_load', [object], INT_TYPES.usize, { field: SITE_FIELD, part: 0 });
  return [low.value('runtime_call', [name, message, site], STRING, { runtime: 'error_stack' })];
};

export const ERRORS = { error_stack: errorStack } as const satisfies {
  readonly [name: string]: Expander;
};

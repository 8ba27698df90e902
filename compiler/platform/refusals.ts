// Why a type of C has no low-level type: one row each, so that a row goes when the runtime learns it.

export const REFUSALS = {
  'anonymous-member': (c: string) => `${c} has an anonymous member`,
  'open-array': (c: string) => `${c} has an array of open length inside`,
  'array-by-value': (c: string) => `${c} is an array, which C does not pass`,
  opaque: (c: string) => `${c} is only declared; only pointers to it exist`,
  function: (c: string) => `${c} is a function; take a pointer`,
  unprototyped: (c: string) => `${c} does not say its parameters`,
  'small-float': (c: string) => `${c} is narrower than a float`,
  complex: (c: string) => `${c} is a complex number`,
  'wide-integer': (c: string) => `${c} is wider than 64 bits`,
  unknown: (c: string) => `${c} is no type of C that is known here`,
} as const;

export type RefusalReason = keyof typeof REFUSALS;

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly message: string;
}

export const refusal = (reason: RefusalReason, c: string): Refusal => ({
  kind: 'refused',
  reason,
  message: REFUSALS[reason](c),
});

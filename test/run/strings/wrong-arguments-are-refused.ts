'use mixmod';
export function echo(a: string): string { return a; }
// echo(1) → TypeError: echo: argument 1 (a) must be a string, got number
// echo() → TypeError: echo: argument 1 (a) must be a string, got undefined
// echo(null) → TypeError: echo: argument 1 (a) must be a string, got null
// echo(new String('x')) → TypeError: echo: argument 1 (a) must be a string, got String
// echo(['x']) → TypeError: echo: argument 1 (a) must be a string, got Array
// echo(1n) → TypeError: echo: argument 1 (a) must be a string, got bigint

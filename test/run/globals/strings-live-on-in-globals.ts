'use mixmod';
let kept = 'start';
export function keep(text: string): void { kept = text; }
export function get(): string { return kept; }
// get() → 'start'
// keep('x'.repeat(5)) → undefined
// get() → 'xxxxx'
// keep('') → undefined
// get() → ''

'use mixmod';
export function same(a: string, b: string): boolean { return a === b; }
export function differ(a: string, b: string): boolean { return a !== b; }
// same('abc', 'ab' + 'c') → true
// same('é', 'e\u0301') → false
// same('', '') → true
// same('\ud800', '\ud800') → true
// same('\ud800', '\ud801') → false
// differ('a', 'A') → true
// differ('x'.repeat(1000), 'x'.repeat(1000)) → false

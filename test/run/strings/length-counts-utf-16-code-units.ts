'use mixmod';
export function length(a: string): number { return a.length; }
// length('') → 0
// length('abc') → 3
// length('äöü') → 3
// length('😀') → 2
// length('\ud800') → 1
// length('a\0b') → 3
// length('x'.repeat(100000)) → 100000

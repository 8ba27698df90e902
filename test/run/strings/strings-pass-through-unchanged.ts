'use mixmod';
export function echo(a: string): string { return a; }
export function pick(a: string, b: string, first: boolean): string { return first ? a : b; }
// echo('') → ''
// echo('grüße 😀') → 'grüße 😀'
// echo('\0') → '\x00'
// echo('\ud800x').length → 2
// echo('\ud800x').charCodeAt(0) → 55296
// pick('a', 'b', false) → 'b'
// echo('ab'.repeat(50000)) === 'ab'.repeat(50000) → true

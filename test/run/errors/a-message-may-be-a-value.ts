'use mixmod';
export function fail(message: string): void { throw new Error(message); }
export function chosen(a: boolean): void { throw new TypeError(a ? 'yes' : 'no'); }
// fail('grüße 😀') → Error: grüße 😀
// fail('') → Error
// fail('{0} {1} %s') → Error: {0} {1} %s
// chosen(true) → TypeError: yes
// chosen(false) → TypeError: no

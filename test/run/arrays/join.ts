'use mixmod';
export function numbers(): string { return [1, 2.5, -0, NaN].join(); }
export function texts(separator: string): string { return ['a', '', 'b'].join(separator); }
export function absent(): string { const items: (string | null)[] = [null, 'x', null]; return items.join('-'); }
export function flags(): string { return [true, false].join(' '); }
// numbers() → '1,2.5,0,NaN'
// texts('+') → 'a++b'
// absent() → '-x-'
// flags() → 'true false'

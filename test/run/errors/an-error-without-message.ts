'use mixmod';
export function fail(): void { throw new RangeError(); }
// fail() → RangeError

'use mixmod';
// ECMA-262 16.2.3.7.
export default (point: { readonly x: number }): number => point.x;
export function other(): number { return 1; }
// [$exports.default.name, $exports.default.length, other.name] → [ 'default', 1, 'other' ]
// $exports.default(1) → TypeError: default: argument 1 (point) must be an object, got number

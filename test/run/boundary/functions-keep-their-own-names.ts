'use mixmod';
// ECMA-262 16.2.3.7, 8.6.5: neither `default` nor another name of an export is that of the function.
import { offthread } from 'mixmod';
export default function named(x: number): number { return x; }
function packed(point: { readonly x: number }): number { return point.x; }
const arrow = (x: number): number => x + 1;
const written = function inner(x: number): number { return x + 2; };
const later = offthread((x: number): number => x);
export { packed as unpacked, packed, arrow as 'a b', written, later as sooner };
// [$exports.default.name, $exports['a b'].name, unpacked.name] → [ 'named', 'arrow', 'packed' ]
// $exports.default('x') → TypeError: named: argument 1 (x) must be a number, got string
// [packed.name, written.name, sooner.name] → [ 'packed', 'inner', 'later' ]
// packed(1) → TypeError: packed: argument 1 (point) must be an object, got number
// unpacked(1) → TypeError: packed: argument 1 (point) must be an object, got number
// written('a') → TypeError: inner: argument 1 (x) must be a number, got string
// sooner('a') → TypeError: later: argument 1 (x) must be a number, got string

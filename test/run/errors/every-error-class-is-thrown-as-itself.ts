'use mixmod';
import { i32 } from 'mixmod';
export function fail(kind: i32): void {
  switch (kind) {
    case 0: throw new Error('plain');
    case 1: throw new RangeError('range');
    case 2: throw new TypeError('type');
    case 3: throw new SyntaxError('syntax');
    case 4: throw new EvalError('eval');
    case 5: throw new URIError('uri');
    case 6: throw new ReferenceError('reference');
  }
}
// fail(0) → Error: plain
// fail(1) → RangeError: range
// fail(2) → TypeError: type
// fail(3) → SyntaxError: syntax
// fail(4) → EvalError: eval
// fail(5) → URIError: uri
// fail(6) → ReferenceError: reference
// fail(7) → undefined
// (() => { try { fail(1) } catch (e) { return [e instanceof RangeError, Object.getPrototypeOf(e) === RangeError.prototype, Object.keys(e)] } })() → [ true, true, [] ]

'use mixmod';
import { i32 } from 'mixmod';
class Custom extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = 'Custom';
  }
}
function fail(kind: i32): i32 {
  switch (kind) {
    case 0: throw new TypeError('grüße 😀');
    case 1: throw new Custom('its own');
    case 2: throw new Error();
    default: return 1 / (kind - 3);
  }
}
export function stack(kind: i32): string {
  try {
    return fail(kind) === 1 ? 'none' : '?';
  } catch (error) {
    if (!(error instanceof Error)) return '?';
    return error.stack ?? '?';
  }
}
// stack(0).split('\n')[0] → 'TypeError: grüße 😀'
// stack(1).split('\n')[0] → 'Custom: its own'
// stack(2).split('\n')[0] → 'Error'
// stack(3).split('\n')[0] → 'RangeError: division by zero'
// stack(0).split('\n')[1].startsWith('    at ') → true
// stack(4) → 'none'

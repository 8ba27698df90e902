'use mixmod';
import { i32 } from 'mixmod';
class HttpError extends Error {
  readonly status: i32;
  constructor(status: i32, message: string, cause?: Error) {
    super(message, { cause });
    this.name = 'HttpError';
    this.status = status;
  }
  isServer(): boolean { return this.status >= 500; }
}
class NotFound extends HttpError {
  path: string;
  constructor(path: string) {
    super(404, 'not found');
    this.path = path;
  }
  override isServer(): boolean { return false; }
}
/** Neither a name nor a constructor of its own. */
class Plain extends RangeError {}
class Counted extends Plain { count: i32 = 7; }
class Named extends TypeError { override name = 'Named'; }

function fail(kind: i32): i32 {
  switch (kind) {
    case 0: return 0;
    case 1: throw new HttpError(503, 'busy');
    case 2: throw new NotFound('/x');
    case 3: throw new Plain('plain');
    case 4: throw new Counted('counted', { cause: new Error('why') });
    case 5: throw new Named();
    case 6: throw new HttpError(500, 'outer', new NotFound('/y'));
    default: return 1 / (kind - kind);
  }
}
export function failed(kind: i32): i32 { return fail(kind); }
export function handled(kind: i32): string {
  try {
    fail(kind);
  } catch (error) {
    if (error instanceof NotFound) return error.path;
    if (error instanceof HttpError) return error.isServer() ? error.message : 'client';
    if (error instanceof Counted) return error.count === 7 ? error.message : '?';
    if (error instanceof Plain) return error.name;
    if (error instanceof TypeError) return error.name;
    if (error instanceof Error) return error.message;
    return '?';
  }
  return 'none';
}
export function status(kind: i32): i32 {
  try {
    return fail(kind);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { cause } = error;
    if (cause instanceof NotFound) return -cause.status;
    return error.status;
  }
}
export function cast(kind: i32): i32 {
  try {
    return fail(kind);
  } catch (error) {
    return (error as HttpError).status;
  }
}
export function virtual(): boolean {
  const error: HttpError = new NotFound('/z');
  return error.isServer();
}
// failed(1) → HttpError: busy
// failed(2) → HttpError: not found
// failed(3) → RangeError: plain
// failed(4) → RangeError: counted
// failed(5) → Named
// failed(7) → RangeError: division by zero
// (() => { try { failed(6); } catch (e) { return [e.name, e.message, e.cause.name, e.cause.message, e.cause instanceof Error]; } })() → [ 'HttpError', 'outer', 'HttpError', 'not found', true ]
// (() => { try { failed(4); } catch (e) { return [e instanceof RangeError, e.cause.message]; } })() → [ true, 'why' ]
// [0, 1, 2, 3, 4, 5, 7].map(handled) → [ 'none', 'busy', '/x', 'RangeError', 'counted', 'Named', 'division by zero' ]
// [status(1), status(2), status(6), status(0)] → [ 503, 404, -404, 0 ]
// status(3) → RangeError: plain
// [cast(1), cast(2)] → [ 503, 404 ]
// virtual() → false

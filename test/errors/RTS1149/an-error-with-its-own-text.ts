'use mixmod';
class ParseError extends Error {
  // error RTS1149: ParseError is a class of errors with a method toString of its own
  override toString(): string {
    return 'parse error';
  }
}
export function f(): string {
  return `${new ParseError('no digit')}`;
}

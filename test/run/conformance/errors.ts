'use mixmod';
// Errors that the program throws are errors of JavaScript's classes.
class Refused extends RangeError { constructor(message: string) { super(message); this.name = 'Refused'; } }
export function raise(kind: string, message: string): void {
  switch (kind) {
    case 'Error': throw new Error(message);
    case 'TypeError': throw new TypeError(message);
    case 'RangeError': throw new RangeError(message);
    case 'SyntaxError': throw new SyntaxError(message);
    case 'EvalError': throw new EvalError(message);
    case 'URIError': throw new URIError(message);
    case 'ReferenceError': throw new ReferenceError(message);
    default: throw new Refused(message);
  }
}
export function caused(): void { try { raise('TypeError', 'inner'); } catch (error) { if (error instanceof Error) throw new Error('outer', { cause: error }); } }
export function again(): void { try { raise('URIError', 'once'); } catch (error) { throw error; } }
// thrown = (kind, message) => { try { raise(kind, message); } catch (error) { return error; } } → [Function: thrown]
// ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'EvalError', 'URIError', 'ReferenceError'].map((kind) => thrown(kind, 'm').constructor.name === kind) → [ true, true, true, true, true, true, true ]
// raise('TypeError', 'type error') → TypeError: type error
// raise('own', 'no') → Refused: no
// thrown('own', 'no') instanceof RangeError → true
// [thrown('own', 'no').name, thrown('own', 'no').message] → [ 'Refused', 'no' ]
// Object.prototype.toString.call(thrown('Error', '')) → '[object Error]'
// thrown('Error', '').message → ''
// thrown('Error', 'ünï\u{1F600}').message → 'ünï😀'
// Object.getOwnPropertyDescriptor(thrown('Error', 'm'), 'message').enumerable → false
// thrown('Error', 'm') === thrown('Error', 'm') → false
// (() => { try { caused(); } catch (error) { return [error.message, error.cause.message, error.cause instanceof TypeError]; } })() → [ 'outer', 'inner', true ]
// again() → URIError: once

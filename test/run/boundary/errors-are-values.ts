'use mixmod';
// Values of type Error cross: those that one side has from the other are themselves, of the last ones.
export class Failure extends Error {
  constructor(message: string, readonly code: string, cause?: Error) { super(message, { cause }); this.name = 'Failure'; }
}
class Hidden extends RangeError { level: number = 3; }
interface Report { readonly what: string; readonly error: Error; readonly others?: Error[] }
let kept: Error | null = null;
const reports: Report[] = [];
export function told(error: Error): string { return `${error.name}: ${error.message}`; }
export function keep(error: Error | null): void { kept = error; }
export function get(): Error | null { return kept; }
export function throwKept(): void { if (kept) throw kept; }
export function same(error: Error): boolean { return error === kept; }
export function kind(error: Error): string {
  if (error instanceof Failure) return `failure ${error.code}`;
  if (error instanceof Hidden) return `hidden ${error.level}`;
  return error instanceof RangeError ? 'range' : error instanceof TypeError ? 'type' : 'error';
}
export function make(what: string): Error {
  switch (what) {
    case 'failure': return new Failure('f', 'F');
    case 'hidden': return new Hidden('h');
    case 'nested': return new Failure('outer', 'O', new Failure('inner', 'I', new TypeError('deepest')));
    default: return new TypeError(what);
  }
}
export function report(one: Report): number { return reports.push(one); }
export function all(): Report[] { return reports; }
export function mapped(errors: readonly Error[], f: (error: Error) => Error): Error[] { return errors.map((error) => f(error)); }
export function shape(value: Error | string): string { return typeof value === 'string' ? value : value.message; }
export const first: Error = new RangeError('constant');
// own = Object.assign(new RangeError('mine'), { code: 'E_OWN' }), [told(own), kind(own)] → [ 'RangeError: mine', 'range' ]
// (keep(own), get() === own) → true
// got = (f) => { try { f(); } catch (error) { return error; } } → [Function: got]
// got(throwKept) === own → true
// [keep(null), get()] → [ undefined, null ]
// made = make('failure'), [made instanceof Failure, made.code, told(made), kind(made)] → [ true, 'F', 'Failure: f', 'failure F' ]
// (keep(made), [get() === made, same(made), got(throwKept) === made]) → [ true, true, true ]
// hidden = make('hidden'), [hidden instanceof RangeError, hidden.message, hidden.level, kind(hidden)] → [ true, 'h', 3, 'hidden 3' ]
// (keep(hidden), [get() === hidden, same(hidden), got(throwKept) === hidden]) → [ true, true, true ]
// nested = make('nested'), [nested.cause.code, nested.cause.cause.name, nested.cause.cause.message] → [ 'I', 'TypeError', 'deepest' ]
// make('t').stack.includes('make') → true
// withCause = new Failure('w', 'W', own), [withCause.cause.message, withCause.cause instanceof RangeError] → [ 'mine', true ]
// withCause.cause === own → true
// report({ what: 'a', error: own, others: [made, new SyntaxError('s')] }) → 1
// all().map(({ what, error, others }) => [what, error === own, others[0] === made, others[1].name]) → [ [ 'a', true, true, 'SyntaxError' ] ]
// mapped([own, made], (error) => error).map((error) => [own, made].indexOf(error)) → [ 0, 1 ]
// mapped([own], (error) => new EvalError(error.message)).map(String) → [ 'EvalError: mine' ]
// [shape('text'), shape(own)] → [ 'text', 'mine' ]
// [first.name, first.message, first instanceof RangeError] → [ 'RangeError', 'constant', true ]
// told('x') → TypeError: told: argument 1 (error) must be an Error, got string
// told({ message: 'x' }) → TypeError: told: argument 1 (error) must be an Error, got Object
// report({ what: 'b', error: new Error('lost'), others: [1] }) → TypeError: report: argument 1 (one).others[0] must be an Error, got number
// [all()[0].error === own, Array.from({ length: 40 }, (_, i) => told(new Error(String(i)))).length] → [ true, 40 ]
// [all()[0].error.message, all()[0].error.name] → [ 'mine', 'RangeError' ]

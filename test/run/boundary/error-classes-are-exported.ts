'use mixmod';
// Exported classes of errors are classes of JavaScript: what the program throws is of them, and one object stays one object on both sides.
import { i32 } from 'mixmod';
export class Failure extends Error {
  #secret: string = 's';
  private times: i32 = 0;
  count: i32 | null = null;
  static made: i32 = 0;
  constructor(message: string, readonly code: string = 'E_NONE', cause?: Error) {
    super(message, { cause });
    this.name = 'Failure';
    Failure.made++;
  }
  describe(): string { this.times++; return `${this.code} ${this.message} ${this.#secret} ${this.times}`; }
  get isFatal(): boolean { return this.code === 'FATAL'; }
}
export class Late extends Failure {
  constructor(readonly after: number) { super(`after ${after}`, 'LATE'); }
}
export class Bad extends RangeError { level: i32 = 3; }
/** Seen as a Late, with what it adds as a property. */
class Later extends Late { note: string = 'n'; }
export class Owner { n: i32 = 1; }
/** Its fields are objects: copies, as results are, but for objects of exported classes and functions. */
export class Rich extends Error {
  readonly items: number[] = [1, 2];
  readonly at: { x: number; label?: string } = { x: 1, label: 'l' };
  owner: Owner = new Owner();
  notes = new Map([['a', 1]]);
  twice = (x: number): number => 2 * x;
  sum(): number { return this.items.reduce((a, b) => a + b, 0); }
}
class Other extends Error { other: i32 = 9; }
let kept: Failure | null = null;
export function fail(what: string): void {
  switch (what) {
    case 'failure': kept = new Failure('f', 'FATAL'); throw kept;
    case 'late': throw new Late(2);
    case 'bad': throw new Bad('b');
    case 'later': throw new Later(7);
    case 'rich': throw new Rich('r');
    case 'other': throw new Other('o');
    case 'cause': throw new Failure('outer', 'O', new Late(1));
    case 'plain cause': throw new Bad('outer', { cause: new TypeError('inner') });
    case 'again': if (kept) throw kept; break;
  }
}
export function made(code: string): Failure { return new Failure('given', code); }
export function isKept(error: Failure): boolean { return error === kept; }
export function all(): Failure[] { return [new Failure('one'), new Late(3)]; }
export function told(error: Failure): string { return `${error.name}: ${error.message}, ${error.code}`; }
export function caught(f: () => void): string {
  try {
    f();
  } catch (error) {
    if (error instanceof Later) return `later ${error.note}`;
    if (error instanceof Failure) return `${error === kept} ${error.describe()}`;
    return error instanceof Bad ? `bad ${error.level}` : error instanceof Error ? error.message : '?';
  }
  return 'nothing';
}
export function passed(f: () => void): void { f(); }
export const thrower = (what: string): (() => void) => () => { fail(what); };
// at = (what) => { try { fail(what); } catch (error) { return error; } } → [Function: at]
// got = (f) => { try { f(); } catch (error) { return error; } } → [Function: got]
// kind = (error) => [error instanceof Failure, error instanceof Late, error instanceof Bad, error instanceof RangeError, error instanceof Error, error.constructor.name] → [Function: kind]
// kind(at('failure')) → [ true, false, false, false, true, 'Failure' ]
// kind(at('late')) → [ true, true, false, false, true, 'Late' ]
// kind(at('bad')) → [ false, false, true, true, true, 'Bad' ]
// kind(at('later')) → [ true, true, false, false, true, 'Late' ]
// kind(at('other')).slice(0, 5) → [ false, false, false, false, true ]
// [at('other').other, at('later').note, at('later').after, at('bad').level] → [ 9, 'n', 7, 3 ]
// rich = at('rich'), [rich.items, rich.at, rich.notes, rich.twice(4), rich.sum(), rich.owner instanceof Owner] → [ [ 1, 2 ], { x: 1, label: 'l' }, Map(1) { 'a' => 1 }, 8, 3, true ]
// [rich.owner === rich.owner, rich.items === rich.items, rich.twice === rich.twice] → [ true, false, true ]
// (rich.items.push(5), rich.owner.n = 4, rich.notes = new Map(), [rich.items, rich.owner.n, rich.notes]) → [ [ 1, 2 ], 4, Map(0) {} ]
// (rich.owner = new Owner(), rich.owner.n) → 1
// rich.owner = 5 → TypeError: Rich.owner: argument 1 (value) must be an Owner, got number
// first = at('failure'), [first.name, first.message, first.code, first.count, first.isFatal, first.cause] → [ 'Failure', 'f', 'FATAL', null, true, undefined ]
// [at('again') === first, isKept(first), told(first), first.describe(), first.describe()] → [ true, true, 'Failure: f, FATAL', 'FATAL f s 1', 'FATAL f s 2' ]
// [Object.keys(first), first.times, Object.prototype.toString.call(first)] → [ [ 'name' ], undefined, '[object Error]' ]
// first.stack.includes('fail') → true
// String(first) → 'Failure: f'
// caught(() => { throw first; }) → 'true FATAL f s 3'
// got(() => passed(() => { throw first; })) === first → true
// got(() => passed(() => passed(() => fail('again')))) === first → true
// [caught(() => fail('later')), caught(thrower('bad')), caught(() => { throw new Bad('x'); }), caught(() => { throw new Error('e'); })] → [ 'later n', 'bad 3', 'bad 3', 'e' ]
// cause = at('cause'), [cause.cause.constructor.name, cause.cause.after, cause.cause.message, cause.cause === cause.cause] → [ 'Late', 1, 'after 1', true ]
// plain = at('plain cause').cause, [plain.name, plain.message, plain instanceof TypeError] → [ 'TypeError', 'inner', true ]
// own = new Failure('mine', 'C'), [kind(own), own.message, own.code, own.name, own.describe()] → [ [ true, false, false, false, true, 'Failure' ], 'mine', 'C', 'Failure', 'C mine s 1' ]
// /error-classes-are-exported|evaluate|<anonymous>|eval/.test(own.stack) || own.stack.split('\n').length > 1 → true
// own.stack.split('\n')[0] → 'Failure: mine'
// new Failure(5) → TypeError: new Failure: argument 1 (message) must be a string, got number
// [caught(() => { throw own; }), got(() => passed(() => { throw own; })) === own, told(own)] → [ 'false C mine s 2', true, 'Failure: mine, C' ]
// [kind(new Late(4))[1], new Late(4).message, new Late(4).isFatal, new Bad('q').level, new Bad().message] → [ true, 'after 4', false, 3, '' ]
// result = made('R'), [kind(result)[0], result.code, result.message] → [ true, 'R', 'given' ]
// [new Bad('x', { cause: first }).cause === first, 'cause' in new Bad('x')] → [ true, false ]
// all().map((error) => [error.constructor.name, error.message, error.code]) → [ [ 'Failure', 'one', 'E_NONE' ], [ 'Late', 'after 3', 'LATE' ] ]
// told(new Error('x')) → TypeError: told: argument 1 (error) must be a Failure, got Error
// told(Object.create(first)) → TypeError: told: argument 1 (error) must be a Failure, got Object
// first.describe.call(new Error('x')) → TypeError: Failure.describe: this must be a Failure, got Error
// Failure.made >= 9 → true
// globalThis.Mine = class Mine extends Late { extra = 1; constructor() { super(8); } get after() { return super.after + 1; } }, 0 → 0
// mine = new Mine(), [mine instanceof Mine, mine instanceof Failure, mine.extra, mine.after, mine.code, mine.message, told(mine), got(() => passed(() => { throw mine; })) === mine] → [ true, true, 1, 9, 'LATE', 'after 8', 'Failure: after 8, LATE', true ]
// Object.getPrototypeOf(Failure) === Error && Object.getPrototypeOf(Late) === Failure && Object.getPrototypeOf(Bad) === RangeError → true
// [Failure.name, Failure.length, Late.length] → [ 'Failure', 1, 1 ]
// Array.from({ length: 40 }, () => at('late')).every((error) => caught(() => { throw error; }) === `false LATE after 2 s 1`) → true

'use mixmod';
// Exceptions of JavaScript on their way through the program: caught there, thrown on, replaced, and the order in which things happen.
export function through(f: () => void): void { f(); }
export function caught(f: () => void): string { try { f(); return 'none'; } catch (error) { return error instanceof Error ? `${error.name}: ${error.message}` : 'other'; } }
export function again(f: () => void): void { try { f(); } catch (error) { throw error; } }
export function replaced(f: () => void): void { try { f(); } catch (error) { throw new TypeError('replaced'); } }
export function lastly(f: () => void, g: () => void): void { try { f(); } finally { g(); } }
export function swallowed(f: () => void): number { try { f(); } catch {} return 1; }
// error = Object.assign(new Error('Some error'), { code: 'E1' }), fails = () => { throw error; } → [Function: fails]
// taken = (run) => { try { run(); } catch (one) { return one; } } → [Function: taken]
// taken(() => through(fails)) === error → true
// taken(() => through(fails)).code → 'E1'
// taken(() => again(fails)) === error → true
// caught(fails) → 'Error: Some error'
// caught(() => {}) → 'none'
// caught(() => { throw 5; }) → 'Error: 5'
// caught(() => { throw null; }) → 'Error: null'
// caught(() => { throw Object.create(null); }) → 'Error: '
// caught(() => { throw { toString() { throw new Error('no'); } }; }) → 'Error: '
// caught(() => { throw new (class Own extends RangeError { get message() { throw 1; } })(); }) → 'Error: '
// through(() => { throw 'a text'; }) → thrown 'a text'
// taken(() => through(() => { throw undefined; })) → undefined
// again(() => { throw 17; }) → thrown 17
// replaced(fails) → TypeError: replaced
// log = [], taken(() => lastly(() => { log.push('f'); throw error; }, () => log.push('g'))) === error → true
// log → [ 'f', 'g' ]
// lastly(fails, () => { throw new RangeError('from finally'); }) → RangeError: from finally
// swallowed(fails) → 1
// through(() => through(() => through(fails))) → Error: Some error
// swallowed(() => through(() => again(fails))) → 1
// through(() => { throw new (class Custom extends Error {})('mine'); }) → Error: mine

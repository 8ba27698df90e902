// Objects of other realms: what is of a built-in kind there is of that kind here.
import { createRequire } from 'node:module';
import vm from 'node:vm';

const m = createRequire(import.meta.url)(process.argv[2]);
const realm = vm.createContext({});
const there = (text) => vm.runInContext(text, realm);
const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
};
const report = [
  m.maps(
    there(`new Map([['a', 7]])`),
    there(`new Set(['b'])`),
    there('new Date(5)'),
    there('[1, 2]'),
  ),
  m.total(there('Uint8Array.of(1, 2, 3)')),
  m.total(there('new Uint8Array(new ArrayBuffer(8), 2, 3)')),
  m.textLength(there(`'text'`)),
  m.call(there(`() => { throw new RangeError('theirs'); }`)),
  m.call(there(`() => { throw new (class Own extends TypeError {})('own'); }`)),
  attempt(() => m.total(there('new Uint8Array(new SharedArrayBuffer(8))'))),
  attempt(() => m.maps(there('new WeakMap()'), new Set(), new Date(0), [])),
  attempt(() => m.maps(there(`({ [Symbol.toStringTag]: 'Map' })`), new Set(), new Date(0), [])),
];
realm.m = m;
realm.attempt = attempt;
report.push(there('new m.Item(3).length()'));
report.push(attempt(() => there(`m.raise('caught there')`)));
report.push(there(`class Mine extends m.Item {} new Mine(1) instanceof m.Item`));
// The frozen and the emptied globals of a hostile caller.

globalThis.Map = undefined;
Array.isArray = () => true;
Number.isInteger = () => true;
report.push(attempt(() => m.maps({}, new Set(), new Date(0), [])));
report.push(attempt(() => m.maps(there(`new Map([['a', 1]])`), new Set(['b']), new Date(1), [1])));
report.push(attempt(() => m.maps(there('new Map()'), new Set(), new Date(1), [1.5])));
process.stdout.write(JSON.stringify(report));

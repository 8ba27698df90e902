// The exports with a fast lane → the JavaScript that a compiled module runs when it is loaded: functions that take the place of those of
// Node-API, try the fast lane, and else call the ones that they stand for.
import { v8Version } from '../../../runtime/v8-version.ts';
import type { FastExport } from './fast-exports.ts';
import { LEARN_VIEWS } from './learn-views.ts';

/** `process.versions.modules` since when V8 passes bigints, and gives 64 bits at all. */
const WITH_BIGINTS = 127;
/** Since when its types have two bytes instead of three: the second of the layouts of `runtime/prelude/fast.ll`. */
const FLAT = 147;

/** An expression: a function of the native exports, and of what `mm.fast` gives, to the exports. */
export function fastScriptText(exports: readonly FastExport[]): string {
  const entries = exports.map(
    ({ item: { name } }, index) =>
      `if (fast${index}) all[${JSON.stringify(name)}].value = export${index};`,
  );
  return [
    '((native, make, open, raise, hide, learn, look) => {',
    "'use strict';",
    `const version = (${v8Version.toString()})(globalThis.process);`,
    'if (version === 0) return native;',
    RUNTIME,
    // 0 where the thread takes numbers so small for that.
    "if (E === 0 || typeof echo !== 'function' || echo(E, 41) !== 41.5) return native;",
    ...(exports.some(({ hasViews }) => hasViews) ? [LEARN_VIEWS] : []),
    ...exports.map(wrapper),
    'const all = Object.getOwnPropertyDescriptors(native);',
    ...entries,
    'return Object.defineProperties({}, all);',
    '})',
  ].join('\n');
}

/**
 * `E` is the environment, whose address goes as the number of the same bits. `cell[0]` tells how a call ended; `ended` is for those that
 * did not give a result. Stacks of errors begin below the function that was called, as they do without these functions.
 */
const RUNTIME = `
const { isSafeInteger } = Number;
const { asIntN, asUintN } = BigInt;
const buffer = new ArrayBuffer(8);
const cell = new Int32Array(buffer);
const E = open(buffer);
const raised = (callee) => {
  cell[0] = 0;
  const before = hide(callee);
  try {
    raise();
  } finally {
    hide(before);
  }
};
const layout = version < ${FLAT} ? 0 : 1;
const echo = make(-1, layout);
`.trim();

/** What the argument is not checked for here, and what throws for it, is the other function's. */
function wrapper(
  { item: { name, called = name }, parameters, result, hasBigInts, hasViews }: FastExport,
  index: number,
): string {
  const names = parameters.map((_, i) => `a${i}`).join(', ');
  const checks = parameters.map((one, i) => one.check(`a${i}`)).filter((check) => check !== '');
  const passed = ['E', ...parameters.map((one, i) => one.pass(`a${i}`))].join(', ');
  const own = `export${index}`;
  const key = JSON.stringify(name);
  const ownKey = JSON.stringify(called);
  const conditions = [
    ...(hasBigInts ? [`version >= ${WITH_BIGINTS}`] : []),
    ...(hasViews ? ['hasViews'] : []),
    `make(${index}, layout)`,
  ];
  return [
    `const native${index} = native[${key}];`,
    `const fast${index} = ${conditions.join(' && ')};`,
    `const other${index} = (${names}) => {`,
    `const before = hide(${own});`,
    `try { return native${index}(${names}); } finally { hide(before); }`,
    '};',
    `const ${own} = { [${ownKey}]: function (${names}) {`,
    checks.length === 0 ? '{' : `if (${checks.join(' && ')}) {`,
    `const result = fast${index}(${passed});`,
    `if (cell[0] === 0) return ${result.give('result')};`,
    hasViews ? `if (cell[0] === 1) raised(${own}); cell[0] = 0;` : `raised(${own});`,
    '}',
    `return other${index}(${names});`,
    `} }[${ownKey}];`,
  ].join('\n');
}

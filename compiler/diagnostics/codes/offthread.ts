// 32xx: functions that run on other threads.
import { code } from './code.ts';

export const OFFTHREAD_CODES = {
  offthreadPlace: code(
    3301,
    () => 'offthread makes a module-level constant of a function, and stands nowhere else',
    'What it gives is for JavaScript: a function whose calls give promises.',
    () => '`export const resize = offthread((data: Uint8Array): Uint8Array => …);`',
  ),
  offthreadUse: code<{ name: string }>(
    3302,
    ({ name }) => `${name} runs on another thread: only JavaScript can call it`,
    'Its calls give promises, and compiled code does not wait for promises.',
    ({ name }) =>
      `Make its body a function of its own, \`function work(…) { … }\`, with \`const ${name} = offthread(work)\`, and call \`work\`.`,
  ),
  offthreadState: code<{ name: string; function: string; path: string }>(
    3303,
    ({ name, function: own, path }) =>
      `${name} is a variable of the module, and ${own} runs on another thread${path}`,
    'A variable belongs to the thread of its module, whose collector moves and frees what it holds while other threads run. Only constants that are numbers or booleans, and texts that are written out, can be seen from all threads.',
    ({ name }) => `Pass ${name} as an argument, or make it a local variable.`,
  ),
  offthreadCallback: code<{ function: string; path: string }>(
    3304,
    ({ function: own, path }) =>
      `this makes a function that C can call, and ${own} runs on another thread${path}`,
    'Such a function belongs to the thread of its module, and outlives the call.',
    () => 'Call the C function that takes it from an export that is not `offthread`.',
  ),
  offthreadRest: code<{ name: string; parameter: string }>(
    3305,
    ({ name, parameter }) =>
      `the parameter ${parameter} of ${name} takes the rest of the arguments`,
    'The last argument of a function that runs on another thread are its options: signal, progress, transfer.',
    ({ parameter }) => `Take an array: \`${parameter}: T[]\`.`,
  ),
  offthreadObject: code<{ name: string }>(
    3306,
    ({ name }) =>
      `an object of a class, a function or a live value crosses to ${name}, which runs on another thread`,
    'JavaScript and the program have the same one, and it belongs to the thread of its module.',
    () =>
      'Pass what an object holds: a record, numbers, texts. Call the function where its result is needed, and pass that.',
  ),
  offthreadSpace: code<{ name: string; function: string; path: string }>(
    3307,
    ({ name, function: own, path }) =>
      `${name} asks JavaScript, and ${own} runs on another thread${path}`,
    'Live values belong to the thread of JavaScript, which does something else meanwhile.',
    () => 'Ask before the call, and pass what was found out: numbers, texts, records.',
  ),
} as const;

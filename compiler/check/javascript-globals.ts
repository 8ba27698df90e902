// Global names of JavaScript and its hosts that RTypeScript does not have, so that the report can say so instead of
// "cannot find name".

export const JAVASCRIPT_GLOBALS: ReadonlySet<string> = new Set(
  `AbortController AbortSignal AggregateError Array Atomics BigInt Boolean Buffer Date FinalizationRegistry Function
  Intl Iterator JSON Map Object Proxy Reflect RegExp Set SharedArrayBuffer String Symbol TextDecoder TextEncoder
  URL URLSearchParams WeakMap WeakRef WeakSet WebAssembly alert atob btoa clearImmediate clearInterval clearTimeout
  console crypto decodeURI decodeURIComponent document encodeURI encodeURIComponent eval exports fetch global globalThis
  isFinite isNaN module navigator parseFloat parseInt performance process queueMicrotask require setImmediate
  setInterval setTimeout structuredClone window __dirname __filename
  AsyncIterable AsyncIterator Awaited Exclude Extract Generator InstanceType NonNullable Omit Parameters Partial Pick
  PromiseLike Readonly ReadonlyMap ReadonlySet Record Required ReturnType ArrayLike`.split(/\s+/),
);

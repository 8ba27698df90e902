'use mixmod';
export function f(): void {
  queueMicrotask(f); // error RTS1060: the global queueMicrotask is not part of RTypeScript
}

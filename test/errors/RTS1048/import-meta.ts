'use mixmod';
export function f(): void {
  // error RTS1048: `import(…)` and `import.meta` are not part of RTypeScript
  const meta = import.meta;
}

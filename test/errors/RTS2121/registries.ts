'use mixmod';
export function f(): number {
  // error RTS2121: `FinalizationRegistry` is not part of RTypeScript
  const registry = new FinalizationRegistry((held: number) => {});
  return 0;
}

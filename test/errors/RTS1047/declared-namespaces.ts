'use mixmod';
// error RTS1047: this declaration only tells TypeScript of something elsewhere
declare namespace limits {
  const largest: number;
}
export function f(): number {
  return limits.largest;
}

'use mixmod';
type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
let last: Shape = { kind: 'circle', radius: 1 };
function change(): void { last = { kind: 'square', side: 2 }; }
export function f(): number {
  if (last.kind === 'square') return 0;
  change();
  return last.radius; // error RTS2031: last may be of another member again
}

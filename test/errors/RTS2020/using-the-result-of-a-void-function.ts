'use mixmod';
function nothing(): void {}
export function f(): void {
  const a = nothing(); // error RTS2020: a value is needed and there is none
}

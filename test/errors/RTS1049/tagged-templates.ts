'use mixmod';
export function f(): void {
  tag`x`; // error RTS1049: tagged templates are not part of RTypeScript
}
function tag(): void {}

'use mixmod';
export function f(): void {
  tag`x`; // error RTS1049: tagged templates are not part of RTypeScript
}
// error RTS1010: the object type TemplateStringsArray is not part of RTypeScript
function tag(parts: TemplateStringsArray): void {}

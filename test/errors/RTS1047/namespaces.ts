'use mixmod';
namespace inner { // error RTS1047: namespaces are not part of RTypeScript
  export const a = 1;
}
export function f(): void {}

'use mixmod';
// error RTS1050: a class without a name is exported
export default class {
  x = 1;
}
export function f(): void {}

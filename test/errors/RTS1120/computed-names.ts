'use mixmod';
class Table {
  ['size'](): number { // error RTS1120: this form of class member is not part of RTypeScript
    return 1;
  }
}
export function f(): number {
  return new Table().size();
}

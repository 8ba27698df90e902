'use mixmod';
class Table {
  [name: string]: number; // error RTS1120: this form of class member is not part of RTypeScript
}
class Other {
  'quoted name' = 1; // error RTS1120: this form of class member is not part of RTypeScript
  accessor x = 1; // error RTS1120: this form of class member is not part of RTypeScript
  maybe?(): number; // error RTS1120: this form of class member is not part of RTypeScript
  __proto__ = 1; // error RTS1120: this form of class member is not part of RTypeScript
}
export function f(): number { return 1; }

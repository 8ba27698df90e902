'use mixmod';
class Base {
  size: number | null = null;
}
class Derived extends Base {
  override size: number = 1; // error RTS1128: size is a member of Base already, in another form
}
export function f(): number {
  return new Derived().size;
}

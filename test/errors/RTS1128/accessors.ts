'use mixmod';
abstract class Base {
  x = 1;
  abstract get y(): number;
  get z(): number { return this.x; }
  set z(value: number) { this.x = value; }
}
class Derived extends Base {
  // error RTS1128: x is a member of Base already, in another form
  override get x(): number { return 2; }
  override y = 3; // error RTS1128: y is a member of Base already, in another form
  // error RTS1128: z is a member of Base already, in another form
  override get z(): number { return 4; }
}
class Uninitialised extends Base {
  declare y: number; // error RTS1059: `declare` is not part of RTypeScript
}
export function f(): number { return new Derived().x; }

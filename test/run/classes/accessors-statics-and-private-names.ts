'use mixmod';
class Celsius {
  #degrees: number;
  reads = 0;
  static #made = 0;
  static readonly ZERO = -273.15;
  static names = 3;
  static { Celsius.names = Celsius.names * 2; }
  constructor(degrees: number) {
    this.#degrees = degrees;
    Celsius.#made += 1;
  }
  get degrees(): number { this.reads++; return this.#degrees; }
  set degrees(value: number) { this.#degrees = this.#clamp(value); }
  get fahrenheit() { return this.#degrees * 1.8 + 32; }
  #clamp(value: number): number { return value < Celsius.ZERO ? Celsius.ZERO : value; }
  static made(): number { return Celsius.#made; }
  static warm(): Celsius { return new Celsius(25); }
  equals(other: Celsius): boolean { return this.#degrees === other.#degrees; }
}
class Kelvin extends Celsius {
  #degrees = 1;
  override get degrees(): number { return super.degrees - Celsius.ZERO; }
  override set degrees(value: number) { super.degrees = value + Celsius.ZERO; }
  mine(): number { return this.#degrees; }
}
function pick(kind: number): Celsius { return kind === 0 ? new Celsius(10) : new Kelvin(10); }
export function degrees(kind: number): number { const c = pick(kind); c.degrees += 5; return c.degrees; }
export function step(kind: number): number { const c = pick(kind); return c.degrees++ * 1000 + c.degrees; }
export function lowest(): number { const c = new Celsius(0); return (c.degrees = -1000) + c.degrees; }
export function reads(): number { const c = new Celsius(0); c.degrees -= 1; c.degrees ||= 5; return c.reads; }
export function warm(): number { return Celsius.warm().fahrenheit; }
export function made(): number { const before = Celsius.made(); Celsius.warm(); return Celsius.made() - before; }
export function names(): number { Celsius.names++; return Celsius.names; }
export function mine(): number { return new Kelvin(4).mine(); }
export function equals(): boolean { return new Celsius(1).equals(new Kelvin(1)); }
// degrees(0) → 15
// degrees(1) → 288.15
// step(0) → 10011
// lowest() → -1273.15
// reads() → 2
// warm() → 77
// made() → 1
// names() → 7
// mine() → 1
// equals() → true

'use mixmod';
class Config {
  static #level = 1;
  static reads = 0;
  static get level(): number {
    this.reads++;
    return Config.#level;
  }
  static set level(value: number) {
    Config.#level = Math.min(value, 10);
  }
  static get name(): string {
    return `config ${this.level}`;
  }
}
class Box<T> {
  static get kind(): string {
    return 'box';
  }
  constructor(readonly value: T) {}
}
export function f(): string {
  const before = Config.level;
  Config.level = 5;
  Config.level += 2;
  Config.level++;
  const name = Config.name;
  Config.level = 99;
  return `${before} ${name} ${Config.level} ${Config.reads} ${Box.kind}${new Box(1).value}`;
}
// f() → '1 config 8 10 5 box1'

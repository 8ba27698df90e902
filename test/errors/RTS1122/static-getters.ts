'use mixmod';
class Settings {
  static get level(): number { // error RTS1122: static accessors are not part of RTypeScript
    return 3;
  }
}
export function f(): number {
  return Settings.level;
}

'use mixmod';
enum Text { A = 'a' }
// error RTS1054: the value of this enum member is not known when the module is built
enum Random { B = Math.random() }
enum Good { C }
export function f(): number {
  const object = Good; // error RTS1055: the enum Good is used as a value
  return Good.C;
}

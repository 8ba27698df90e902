'use mixmod';
const nothing = null; // error RTS2023: the type would be only null
// error RTS2023: the type would be only null
// error RTS2023: the type would be only void
export function f(a: null, b: void) {
  let c: undefined; // error RTS2023: the type would be only undefined
  let d: null | undefined = null; // error RTS2023: the type would be only null | undefined
  return null; // error RTS2023: the type would be only null
}

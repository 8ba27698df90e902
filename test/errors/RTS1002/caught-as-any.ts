'use mixmod';
export function f(): number {
  try {
    return 1;
  } catch (error: any) { // error RTS1002: the type `any` is not part of RTypeScript
    return 2;
  }
}

'use mixmod';
export function f(): string {
  try {
    throw new Error('x');
  } catch (error) {
    return error.message; // error RTS1001: TypeScript: 'error' is of type 'unknown'. (TS18046)
  }
}

'use mixmod';
export function f(): void {
  const error = new Error('x'); // error RTS1013: error objects are not values of RTypeScript
  throw error;
}

'use mixmod';
// error RTS1030: `async` and `await` are not part of RTypeScript
export async function a(): Promise<void> {}
async function* b() { yield 1; } // error RTS1030: `async` and `await` are not part of RTypeScript
// error RTS2012: the parameter rest of the exported function d is of type C[], which holds C
export function d(...rest: C[]): void {}
class C { x = 1; }

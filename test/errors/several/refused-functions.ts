'use mixmod';
// error RTS1030: `async` and `await` are not part of RTypeScript
export async function a(): Promise<void> {}
function* b() { yield 1; } // error RTS1031: generators are not part of RTypeScript
// error RTS1035: rest parameters are not part of RTypeScript yet
export function d(...rest: number[]): void {}

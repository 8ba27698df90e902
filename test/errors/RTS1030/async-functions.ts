'use mixmod';
// error RTS1030: `async` and `await` are not part of RTypeScript
export async function f(): Promise<void> {
  await g();
}
// error RTS1030: `async` and `await` are not part of RTypeScript
async function g(): Promise<void> {}

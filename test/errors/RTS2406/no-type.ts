'use mixmod';
export function f(text: string): string {
  // error RTS2406: nothing tells the type of the value that JSON.parse gives
  const value = JSON.parse(text);
  JSON.parse(text); // error RTS2406: nothing tells the type of the value that JSON.parse gives
  // error RTS2406: nothing tells the type of the value that JSON.parse gives
  return String(JSON.parse(text)) + value;
}

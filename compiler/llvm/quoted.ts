// Strings and names in LLVM's text form: some characters are written as their codes.

export const quoted = (text: string): string =>
  `"${[...new TextEncoder().encode(text)].map(escapedByte).join('')}"`;

const escapedByte = (byte: number): string =>
  byte < 32 || byte > 126 || byte === 34 || byte === 92
    ? `\\${byte.toString(16).padStart(2, '0')}`
    : String.fromCharCode(byte);

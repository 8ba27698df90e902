'use mixmod';
// String.prototype, as far as it is neither an operation of the machine nor a function of the runtime core.

/** ECMA-262 22.1.3.1. */
export function at(text: string, index: number): string | undefined {
  const whole = Math.trunc(index);
  const place = whole < 0 ? whole + text.length : whole === whole ? whole : 0;
  return place >= 0 && place < text.length ? text.charAt(place) : undefined;
}

/** ECMA-262 22.1.3.4. */
export function codePointAt(text: string, index: number = 0): number | undefined {
  const place = index === index ? Math.trunc(index) : 0;
  const first = text.charCodeAt(place);
  if (first !== first) return undefined;
  if (first < 0xd800 || first > 0xdbff) return first;
  const second = text.charCodeAt(place + 1);
  if (!(second >= 0xdc00 && second <= 0xdfff)) return first;
  return (first - 0xd800) * 0x400 + (second - 0xdc00) + 0x10000;
}

/** ECMA-262 22.1.3.23 with a string as separator. */
export function split(text: string, separator: string, limit: number = 4294967295): string[] {
  const parts: string[] = [];
  const most = limit >>> 0;
  if (most === 0) return parts;
  if (separator.length === 0) {
    for (let i = 0; i < text.length && i < most; i++) parts.push(text.charAt(i));
    return parts;
  }
  let start = 0;
  let end = text.indexOf(separator);
  while (end >= 0) {
    parts.push(text.substring(start, end));
    if (parts.length === most) return parts;
    start = end + separator.length;
    end = text.indexOf(separator, start);
  }
  parts.push(text.substring(start));
  return parts;
}

'use mixmod';
// The lines of `console.log` (Console Standard, 2.2), as Node makes them of primitive values.

/** ECMA-262 25.5.2.3: `check` makes a builtin of it. */
declare function quoteJson(text: string): string;

/** ECMA-262 7.1.17, but for -0. */
export function numberText(x: number): string {
  return x === 0 && 1 / x < 0 ? '-0' : `${x}`;
}

/** A value as each directive shows it. */
interface Shown {
  /** Without a directive, and %s. */
  text: string;
  /** %d. */
  digits: string;
  /** %i. */
  whole: string;
  /** %f. */
  fraction: string;
  /** %j; null: it has none. */
  json: string | null;
  /** %o and %O. */
  quoted: string;
}

export function ofString(text: string): Shown {
  return {
    text,
    digits: numberText(Number(text)),
    whole: numberText(parseInt(text)),
    fraction: numberText(parseFloat(text)),
    json: quoteJson(text),
    quoted: quoted(text),
  };
}

export function ofNumber(x: number): Shown {
  const text = numberText(x);
  return {
    text,
    digits: text,
    whole: numberText(parseInt(`${x}`)),
    fraction: numberText(parseFloat(`${x}`)),
    json: isFinite(x) ? `${x}` : 'null',
    quoted: text,
  };
}

/** Of its digits. */
export function ofBigint(digits: string): Shown {
  const text = digits + 'n';
  const fraction = numberText(parseFloat(digits));
  return { text, digits: text, whole: text, fraction, json: null, quoted: text };
}

export function ofBoolean(value: boolean): Shown {
  const text = `${value}`;
  const digits = value ? '1' : '0';
  return { text, digits, whole: 'NaN', fraction: 'NaN', json: text, quoted: text };
}

/** null and undefined. */
export function ofNothing(text: string): Shown {
  const digits = text === 'null' ? '0' : 'NaN';
  return { text, digits, whole: 'NaN', fraction: 'NaN', json: text, quoted: text };
}

/** What `%x` shows of an item; null: it is no directive. */
function shown(directive: string, item: Shown): string | null {
  switch (directive) {
    case 's':
      return item.text;
    case 'd':
      return item.digits;
    case 'i':
      return item.whole;
    case 'f':
      return item.fraction;
    case 'j':
      if (item.json === null) throw new TypeError('Do not know how to serialize a BigInt');
      return item.json;
    case 'o':
    case 'O':
      return item.quoted;
    case 'c':
      return '';
    default:
      return null;
  }
}

export function format(first: string, items: readonly Shown[]): string {
  let line = '';
  let next = 0;
  let from = 0;
  for (let i = 0; i < first.length - 1; i++) {
    if (first.charAt(i) !== '%') continue;
    i++;
    const directive = first.charAt(i);
    if (directive === '%') {
      line += first.slice(from, i);
      from = i + 1;
    } else if (next < items.length) {
      const text = shown(directive, items[next]);
      if (text === null) continue;
      line += first.slice(from, i - 1) + text;
      from = i + 1;
      next++;
    }
  }
  line += first.slice(from);
  for (; next < items.length; next++) line += ' ' + items[next].text;
  return line;
}

/** As a literal of JavaScript, in the quotes that it does not have. */
function quoted(text: string): string {
  const quote = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : !text.includes('`') && !text.includes('${')
        ? '`'
        : "'";
  let inside = '';
  for (const character of text) inside += escaped(character, quote);
  return quote + inside + quote;
}

function escaped(character: string, quote: string): string {
  const code = character.charCodeAt(0);
  if (character === '\\' || (character === quote && quote === "'")) return '\\' + character;
  if (code === 8) return '\\b';
  if (code === 9) return '\\t';
  if (code === 10) return '\\n';
  if (code === 12) return '\\f';
  if (code === 13) return '\\r';
  if (code < 32 || (code >= 127 && code < 160))
    return '\\x' + code.toString(16).toUpperCase().padStart(2, '0');
  const isLone = character.length === 1 && code >= 0xd800 && code < 0xe000;
  return isLone ? '\\u' + code.toString(16) : character;
}

// Edits of more than a word: the marked text → what may stand in its place, null where the text has another form.

const NUMERIC = /^(number|f32|f64|[iu](8|16|32|64|size))$/;

/** Types that are also the names of conversions; `number` is f64. */
export const isNumeric = (type: string): boolean => NUMERIC.test(type);

/** `x as i32` and `<i32>x` → `i32(x)`. */
export function assertedValue(text: string, conversion: string): string | null {
  const value = /^<[^<>]+>(.+)$/s.exec(text)?.[1] ?? /^(.*\S)\s+as\s+\w+$/s.exec(text)?.[1];
  return value === undefined ? null : `${conversion}(${value.trim()})`;
}

/** `for (const i in items) …` → a loop that counts. */
export function countedLoop(text: string): string | null {
  const head = /^for\s*\(\s*(?:const|let|var)\s+([\w$]+)\s+in\s+([\w$.]+)\s*\)/.exec(text);
  if (!head) return null;
  const [whole, index, items] = head;
  const counted = `for (let ${index} = 0; ${index} < ${items}.length; ${index}++)`;
  return counted + text.slice(whole.length);
}

/** `throw 'text'` → `throw new Error('text')`; the text is that of the value or of the statement. */
export function throwError(text: string): string | null {
  const [, before = '', value, after = ''] =
    /^(throw\s+)?('[^']*'|"[^"]*"|`[^`]*`)(;?)$/s.exec(text) ?? [];
  return value === undefined ? null : `${before}new Error(${value})${after}`;
}

/** `'./file'` and `'./file.js'` → `'./file.ts'`. */
export function withEnding(text: string, specifier: string): string | null {
  if (!/^\.\.?\//.test(specifier)) return null;
  const named = `${specifier.replace(/\.([cm]?)jsx?$/, '')}.ts`;
  return named === specifier ? null : text.replace(specifier, () => named);
}

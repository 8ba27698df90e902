// What was asked of C → what was answered, kept for the life of the process; and the form of answers on disk.

const known = new Map<string, unknown>();

/** `key` is everything that the answer depends on, but for the headers themselves. Troubles are asked again. */
export function remembered<T extends { readonly kind: string }>(key: unknown, ask: () => T): T {
  const text = JSON.stringify(key);
  // The key begins with the name of the function that asks, so what is found is of its type.
  const found = known.get(text);
  if (found !== undefined) return found as T;
  const answer = ask();
  if (answer.kind === 'answers' || answer.kind === 'declarations') known.set(text, answer);
  return answer;
}

/** For processes that see headers change. */
export function forgetAnswers(): void {
  known.clear();
}

/** Integers that are bigints become decimal strings; numbers that JSON does not have, their names. */
export function answersToJson(answers: unknown): string {
  return JSON.stringify(answers, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  });
}

/** The text of `answersToJson` → what it was made of. Throws SyntaxError. */
export function answersFromJson(text: string): unknown {
  return JSON.parse(text, function (this: unknown, key, value: unknown): unknown {
    if (key !== 'value' || typeof value !== 'string') return value;
    const holder = Object(this);
    if ('kind' in holder && holder.kind === 'string') return value;
    return 'kind' in holder && holder.kind === 'double' ? Number(value) : BigInt(value);
  });
}

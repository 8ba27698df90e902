// Texts → what ties them to one machine: absolute paths of a person's disk, and registry hosts.
// Written so that this file does not contain what it looks for.

const FORBIDDEN: readonly RegExp[] = [
  // An absolute path: nothing of a longer path, of a URL or of a word stands before its slash.
  /(?<![\w./@~$}*-])\/(?:work|root|home)\/[\w.-]*/g,
  /\bregistry\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/g,
  /\bnpm\.pkg\.[a-z]+\.com\b/g,
];

/** Each find with its line number. */
export function findForbiddenWords(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      FORBIDDEN.flatMap((pattern) => line.match(pattern) ?? []).map(
        (word) => `${index + 1}: ${word}`,
      ),
    );
}

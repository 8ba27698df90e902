// A build's outputs and inputs → the rule that make and ninja read to know when to build again.

/** `target: input …`, one input a line. Paths as given. */
export function depfileText(target: string, inputs: readonly string[]): string {
  return `${escaped(target)}:${inputs.map((path) => ` \\\n  ${escaped(path)}`).join('')}\n`;
}

/** As GCC writes them. A name with a line feed cannot be written. */
const escaped = (path: string): string =>
  path.replaceAll('$', '$$$$').replaceAll(/[ #\\]/g, (character) => `\\${character}`);

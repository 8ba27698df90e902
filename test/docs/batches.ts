// Programs of the documents → few entry files that import and export all of them, so that one compilation serves many.
// Programs whose exports have a name in common go to different entries.
import { parseRunCase, type ExpectedLine } from '../harness/run-case.ts';
import type { Example } from './examples.ts';

export interface Member {
  readonly example: Example;
  readonly lines: readonly ExpectedLine[];
}

export interface Batch {
  readonly members: readonly Member[];
  /** The text of the entry file. */
  readonly entry: string;
}

/** The exports of a program, and the variables that its expressions make: what one entry may have once. */
export function namesOf(text: string): readonly string[] {
  return [...exportedNames(text), ...variables(text)];
}

const DECLARED = /^export (?:const enum|enum|function\*?|const|(?:abstract )?class) (\w+)/gm;
const LISTED = /^export \{([^}]*)\}/gm;

function exportedNames(text: string): readonly string[] {
  const declared = [...text.matchAll(DECLARED)].map((match) => match[1] ?? '');
  const listed = [...text.matchAll(LISTED)].flatMap((match) =>
    (match[1] ?? '').split(',').map((item) => item.trim().split(' as ').pop() ?? ''),
  );
  return [...declared, ...listed].filter((name) => name !== '');
}

const variables = (text: string): readonly string[] =>
  parseRunCase(text).flatMap(({ expression }) => /^(\w+) = /.exec(expression)?.[1] ?? []);

/**
 * Programs that call C or use other threads stand apart: the interpreters do not run them, the untranslated execution C with stand-ins
 * only. So do those whose exports take or give functions, and those with live values: one makes all exports of its module go by words.
 */
function leaves({ text }: Example): 'no' | 'yes' | 'with stand-ins' | 'threads' | 'with callbacks' {
  if (text.includes('offthread(')) return 'threads';
  if (text.includes('rffi.llexternal('))
    return text.includes('_callable:') ? 'with stand-ins' : 'yes';
  const signatures = text.replaceAll(/\{.*$/gm, '');
  const callsBack = /^export function .*=>/m.test(signatures) || /JSValue|Promise</.test(text);
  return callsBack ? 'with callbacks' : 'no';
}

export function batches(programs: readonly Example[]): readonly Batch[] {
  const groups: {
    readonly where: ReturnType<typeof leaves>;
    readonly names: Set<string>;
    members: Member[];
  }[] = [];
  for (const example of programs) {
    const names = namesOf(example.text);
    const where = leaves(example);
    let group = groups.find(
      (one) => one.where === where && names.every((name) => !one.names.has(name)),
    );
    if (!group) groups.push((group = { where, names: new Set(), members: [] }));
    for (const name of names) group.names.add(name);
    group.members.push({ example, lines: parseRunCase(example.text) });
  }
  return groups.map(({ members }) => ({ members, entry: entryText(members) }));
}

function entryText(members: readonly Member[]): string {
  const lines = members.map(({ example }) => {
    const names = exportedNames(example.text);
    return `export { ${names.join(', ')} } from './${example.file}';`;
  });
  return ["'use mixmod';", ...lines, ''].join('\n');
}

// What a C compiler writes (gcc and clang, in the C locale) → which question each error is about.

/** The name that `#line` gives to the line of question number `line - 1`. */
export const QUESTIONS_FILE = 'mixmod:questions';

export interface CErrors {
  /** Number of the question → the compiler's words, the first of each. */
  readonly refused: ReadonlyMap<number, string>;
  /** The first error that is about no question: a header's, or the compiler's own. */
  readonly foreign: { readonly missingHeader: string | null; readonly message: string } | null;
  /** clang stops after some errors. */
  readonly stopped: boolean;
}

interface Line {
  readonly file: string;
  readonly line: number;
  readonly level: string;
  readonly message: string;
}

export function readErrors(stderr: string): CErrors {
  const refused = new Map<number, string>();
  let foreign: CErrors['foreign'] = null;
  /** An error in a header: a note behind it may say that a question has used the macro. */
  let pending: Line | null = null;
  const settle = () => {
    if (pending) foreign ??= foreignError(pending);
    pending = null;
  };
  for (const text of stderr.split('\n')) {
    const line = readLine(text);
    if (!line) continue;
    const ours = line.file === QUESTIONS_FILE;
    if (line.level.endsWith('error')) {
      settle();
      if (!ours) pending = line;
      else if (!refused.has(line.line - 1)) refused.set(line.line - 1, line.message);
    } else if (ours && pending && /macro/.test(line.message)) {
      if (!refused.has(line.line - 1)) refused.set(line.line - 1, pending.message);
      pending = null;
    }
  }
  settle();
  return { refused, foreign, stopped: /too many errors emitted/.test(stderr) };
}

const readLine = (text: string): Line | null => {
  const match = /^(.*?):(\d+):(?:\d+:)? (note|warning|error|fatal error): (.*)$/.exec(text);
  if (!match) return null;
  const [, file = '', line = '', level = '', message = ''] = match;
  return { file, line: Number(line), level, message: message.replaceAll(/[‘’]/g, "'") };
};

function foreignError({ file, line, message }: Line): CErrors['foreign'] {
  const missing =
    /^(.*): No such file or directory$/.exec(message)?.[1] ??
    /^'(.*)' file not found/.exec(message)?.[1];
  if (missing !== undefined)
    return { missingHeader: missing, message: `the header ${missing} is not found` };
  const place = file.startsWith('mixmod:') ? '' : `${file}:${line}: `;
  return { missingHeader: null, message: `${place}${message}` };
}

// Checks a program of files in memory: what the tests of the C boundary in `check` look at.
import { check, type CheckResult } from '../../compiler/check/check.ts';
import { nodeHost, type Host } from '../../compiler/host.ts';

const IMPORTS =
  "import { lltype, rffi, i8, i16, i32, i64, isize, u8, u32, usize, f32 } from 'mixmod';\n";

/** The entry is `main.ts`; every file that does not import 'mixmod' itself gets its names. */
export function checkFiles(files: Readonly<Record<string, string>>): CheckResult {
  const texts = new Map(
    Object.entries(files).map(([name, text]) => [
      `/program/${name}`,
      text.includes("from 'mixmod'") ? text : IMPORTS + text,
    ]),
  );
  const host: Host = {
    ...nodeHost,
    readText: (path) => texts.get(path) ?? nodeHost.readText(path),
    exists: (path) => texts.has(path) || nodeHost.exists(path),
  };
  return check('/program/main.ts', host);
}

/** `code «source» message` for each diagnostic of one file. */
export function problems(text: string | Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics } = checkFiles(typeof text === 'string' ? { 'main.ts': text } : text);
  return diagnostics.map(({ code, span, message }) => {
    const source = span ? span.file.text.slice(span.start, span.end) : '';
    return `${code} «${source}» ${message}`;
  });
}

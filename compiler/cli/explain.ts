// `mixmod explain`: what a code means, why the rule exists, the smallest program that breaks it and its cure.
import { existsSync, readFileSync } from 'node:fs';
import { E } from '../diagnostics/codes.ts';
import { EXIT } from './exit-codes.ts';
import { packageRoot } from '../package-root.ts';

const explanationPath = (code: string): string =>
  `${packageRoot}/compiler/diagnostics/explain/${code}.md`;

export function explainCommand(code: string | undefined, options: { json?: boolean }): number {
  if (code === undefined) return listAll(options.json === true);
  const wanted = code.toUpperCase().replace(/^(?=\d)/, 'RTS');
  const known = Object.values(E).some((row) => row.code === wanted);
  const path = explanationPath(wanted);
  if (!known || !existsSync(path)) {
    process.stderr.write(
      `mixmod explain: there is no diagnostic ${code}; \`mixmod explain\` lists all.\n`,
    );
    return EXIT.userError;
  }
  const text = readFileSync(path, 'utf8');
  process.stdout.write(options.json ? `${JSON.stringify({ code: wanted, text })}\n` : text);
  return EXIT.ok;
}

function listAll(json: boolean): number {
  const rows = Object.values(E)
    .map(({ code }) => ({ code, title: titleOf(code) }))
    .sort((a, b) => a.code.localeCompare(b.code));
  process.stdout.write(
    json
      ? `${JSON.stringify(rows, null, 2)}\n`
      : rows.map(({ code, title }) => `${code}  ${title}\n`).join(''),
  );
  return EXIT.ok;
}

/** The first line of its page: `# RTS2001: …`. */
function titleOf(code: string): string {
  const path = explanationPath(code);
  if (!existsSync(path)) return '';
  return (readFileSync(path, 'utf8').split('\n', 1)[0] ?? '').replace(/^# RTS\d+:\s*/, '');
}

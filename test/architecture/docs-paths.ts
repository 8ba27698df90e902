// Markdown texts → the repository paths that they name and that do not exist.
import { posix } from 'node:path';

const TOP_FOLDERS = ['compiler', 'runtime', 'modules', 'examples', 'test', 'docs', '.ci'];

/** `path` exists if it is a file or a folder of the repository. */
export function findDeadPaths(
  document: string,
  text: string,
  files: readonly string[],
): readonly string[] {
  const known = new Set(files.flatMap((file) => [file, ...foldersAbove(file)]));
  const exists = (path: string): boolean => known.has(path.replace(/\/$/, ''));
  return pathsIn(document, withoutCodeBlocks(text)).filter((path) => !exists(path));
}

function foldersAbove(file: string): readonly string[] {
  const folder = posix.dirname(file);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

function withoutCodeBlocks(text: string): string {
  return text.replaceAll(/^( *)(```+|~~~+)[^\n]*\n[\s\S]*?^\1\2[^\n]*$/gm, '');
}

function pathsIn(document: string, text: string): readonly string[] {
  const inBackticks = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const named = inBackticks
    .filter(
      (span) => TOP_FOLDERS.includes(span.split('/')[0] ?? '') && /^[^\s'"()]+\/\S*$/.test(span),
    )
    .map((span) => beforePlaceholder(span.replace(/[:#].*$/, '')));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    .map((link) => posix.join(posix.dirname(document), link));
  return [...named, ...links];
}

/** `test/errors/<code>/a.ts`, `modules/*`, `docs/…`: what stands before the first open part. */
function beforePlaceholder(path: string): string {
  const parts = path.split('/');
  const open = parts.findIndex((part) => /[<>*?{}…]|\.\.\.|N{2,}|####/.test(part));
  return open < 0 ? path : parts.slice(0, open).join('/');
}

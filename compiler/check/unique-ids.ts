// Ids of functions and variables: their name, or file and name where several modules use one.
import { basename } from 'node:path';
import type ts from 'typescript';

export interface NamedDeclaration {
  readonly name: string;
  readonly file: ts.SourceFile;
}

/** Gives the id of a name of a file. `displayPath` tells files of one basename apart. */
export function uniqueIds(
  declarations: readonly NamedDeclaration[],
  displayPath: (file: ts.SourceFile) => string,
): (name: string, file: ts.SourceFile) => string {
  const users = new Map<string, Set<ts.SourceFile>>();
  const basenames = new Map<string, Set<ts.SourceFile>>();
  const add = (map: Map<string, Set<ts.SourceFile>>, key: string, file: ts.SourceFile): void => {
    const files = map.get(key);
    if (files) files.add(file);
    else map.set(key, new Set([file]));
  };
  for (const { name, file } of declarations) {
    add(users, name, file);
    add(basenames, moduleName(file), file);
  }
  return (name, file) => {
    if ((users.get(name)?.size ?? 0) < 2) return name;
    const module = moduleName(file);
    return (basenames.get(module)?.size ?? 0) < 2
      ? `${module}:${name}`
      : `${displayPath(file)}:${name}`;
  };
}

export const moduleName = (file: ts.SourceFile): string => basename(file.fileName, '.ts');

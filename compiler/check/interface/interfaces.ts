// The interfaces of a program's modules, and which of them a module depends on: those of what it imports, and of what their interfaces name
// in turn. A module that is imported for what stands in bodies only is not among them.
import type ts from 'typescript';
import { digestOf, type Digest } from '../../cache/digest.ts';
import type { OpenProgram } from '../check-part.ts';
import { resolveModule } from '../resolve-module.ts';
import { tsc } from '../tsc.ts';
import { interfaceText } from './interface-text.ts';

export interface ModuleInterface {
  readonly file: ts.SourceFile;
  readonly text: string;
  /** Of the text: what a user of the module was compiled against. */
  readonly hash: Digest;
  /** Files whose declarations the interface names. */
  readonly named: readonly string[];
  /** All files that the module imports from. */
  readonly imported: readonly string[];
}

/** The same file, of a program that has changed elsewhere, has the same interface. */
const known = new WeakMap<ts.SourceFile, ModuleInterface>();

export class Interfaces {
  readonly #open: OpenProgram;

  constructor(open: OpenProgram) {
    this.#open = open;
  }

  of(file: ts.SourceFile): ModuleInterface {
    let found = known.get(file);
    if (!found) known.set(file, (found = this.#make(file)));
    return found;
  }

  /** By path: the interfaces that the module's compilation depends on. */
  dependencies(file: ts.SourceFile): ReadonlyMap<string, ModuleInterface> {
    const found = new Map<string, ModuleInterface>();
    const add = (path: string): void => {
      const imported = this.#open.program.getSourceFile(path);
      if (!imported || imported.isDeclarationFile || imported === file || found.has(path)) return;
      const own = this.of(imported);
      found.set(path, own);
      own.named.forEach(add);
    };
    this.of(file).imported.forEach(add);
    return found;
  }

  #make(file: ts.SourceFile): ModuleInterface {
    const { text: declared, names } = interfaceText(file);
    const imports = file.statements.flatMap((statement) => this.#import(statement, file));
    const isNamed = ({ bound }: Import): boolean =>
      !bound || bound.some(({ name }) => names.has(name));
    const lines = imports.flatMap(({ bound, specifier }) => {
      const used = (bound ?? []).filter(({ name }) => names.has(name));
      const list = used.map(({ text }) => text).join(', ');
      return used.length > 0 ? [`import { ${list} } from '${specifier}';\n`] : [];
    });
    const text = `${lines.join('')}${declared}`;
    return {
      file,
      text,
      hash: digestOf(text),
      named: imports.filter(isNamed).map(({ path }) => path),
      imported: imports.map(({ path }) => path),
    };
  }

  #import(node: ts.Statement, { fileName }: ts.SourceFile): readonly Import[] {
    if (!tsc.isImportDeclaration(node) && !tsc.isExportDeclaration(node)) return [];
    const specifier = node.moduleSpecifier;
    if (!specifier || !tsc.isStringLiteral(specifier)) return [];
    const path = resolveModule(specifier.text, fileName, this.#open.host);
    if (path === undefined) return [];
    const bound = tsc.isImportDeclaration(node) ? boundNames(node) : null;
    return [{ path, specifier: specifier.text, bound }];
  }
}

interface Import {
  readonly path: string;
  readonly specifier: string;
  /** null: what it says is part of the interface. */
  readonly bound: readonly BoundName[] | null;
}

interface BoundName {
  readonly name: string;
  /** As it stands between the braces. */
  readonly text: string;
}

function boundNames({ importClause }: ts.ImportDeclaration): readonly BoundName[] {
  const { name, namedBindings } = importClause ?? {};
  const own = name ? [{ name: name.text, text: `default as ${name.text}` }] : [];
  if (!namedBindings) return own;
  if (tsc.isNamespaceImport(namedBindings)) {
    const { text } = namedBindings.name;
    return [...own, { name: text, text: `* as ${text}` }];
  }
  const named = namedBindings.elements.map((element) => ({
    name: element.name.text,
    text: element.getText(),
  }));
  return [...own, ...named];
}

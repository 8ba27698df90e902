// runtime/mixmod.d.ts → a page: each documented name of its namespaces with its declarations and what the comments say.
import ts from 'typescript';

interface Entry {
  readonly name: string;
  /** Of the declarations, without comments. */
  readonly texts: string[];
  readonly documentation: string[];
}

export function apiPage(source: string): string {
  const file = ts.createSourceFile('mixmod.d.ts', source, ts.ScriptTarget.Latest, true);
  const sections = file.statements
    .filter(ts.isModuleDeclaration)
    .flatMap((namespace) => sectionsOf(namespace, file));
  // Names that are words of the language are declared with a line in front, and exported without.
  return sections
    .map(({ name, entries }) => sectionText(name, entries))
    .join('\n')
    .replaceAll(/\b_(delete|throw)\b/g, '$1');
}

/** The functions and constants that say nothing of themselves. */
export function undocumented(source: string): readonly string[] {
  const file = ts.createSourceFile('mixmod.d.ts', source, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(ts.isModuleDeclaration)
    .flatMap((namespace) => sectionsOf(namespace, file))
    .flatMap(({ entries }) => entries.filter(({ documentation }) => documentation.length === 0))
    .map(({ name }) => name);
}

interface Section {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Namespaces inside come after. */
function sectionsOf(
  namespace: ts.ModuleDeclaration,
  file: ts.SourceFile,
  prefix = '',
): readonly Section[] {
  const { body } = namespace;
  if (!body || !ts.isModuleBlock(body)) return [];
  const name = `${prefix}${namespace.name.text}`;
  const entries = new Map<string, Entry>();
  for (const run of runsOf(body.statements)) {
    if (run.length > 1) addConstants(entries, run, name, file);
    else if (run[0]) addTo(entries, run[0], name, file);
  }
  const inner = body.statements
    .filter(ts.isModuleDeclaration)
    .flatMap((one) => sectionsOf(one, file, `${name}.`));
  return [{ name, entries: [...entries.values()] }, ...inner];
}

/** Constants without an empty line between them are one group: types, flags. */
function runsOf(statements: readonly ts.Statement[]): readonly (readonly ts.Statement[])[] {
  const runs: ts.Statement[][] = [];
  for (const statement of statements) {
    const last = runs.at(-1);
    const before = statement.getFullText().split(/\S/)[0] ?? '';
    const isNext =
      last?.[0] && ts.isVariableStatement(last[0]) && ts.isVariableStatement(statement);
    if (isNext && !/\n\s*\n/.test(before)) last.push(statement);
    else runs.push([statement]);
  }
  return runs;
}

/** With the comments where they stand. */
function addConstants(
  entries: Map<string, Entry>,
  run: readonly ts.Statement[],
  namespace: string,
  file: ts.SourceFile,
): void {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  const [from] = namesOf(first);
  const [to] = namesOf(last);
  const text = file.text.slice(first.getStart(file, true), last.getEnd());
  const name = `${namespace}.${from} … ${to}`;
  entries.set(name, {
    name,
    texts: [dedented(text, columnOf(first, file))],
    documentation: [`${run.length} constants.`],
  });
}

/** Types are there where they are documented; values always. */
function addTo(
  entries: Map<string, Entry>,
  statement: ts.Statement,
  namespace: string,
  file: ts.SourceFile,
): void {
  const names = namesOf(statement);
  const documentation = documentationOf(statement);
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  if (names.length === 0 || (isType && documentation === '')) return;
  const key = names.map((name) => `${namespace}.${name}`).join(', ');
  const entry = entries.get(key) ?? { name: key, texts: [], documentation: [] };
  entry.texts.push(dedented(statement.getText(file), columnOf(statement, file)));
  if (documentation !== '') entry.documentation.push(documentation);
  entries.set(key, entry);
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return isNamed(statement) && statement.name ? [statement.name.getText()] : [];
}

const isNamed = (statement: ts.Statement): statement is ts.DeclarationStatement =>
  ts.isFunctionDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement);

function documentationOf(statement: ts.Statement): string {
  const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  return comments
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n')
    .replaceAll(/(?<!\n)\n(?!\n|```)/g, (_, offset: number, all: string) =>
      isInCode(all, offset) ? '\n' : ' ',
    );
}

const isInCode = (text: string, offset: number): boolean =>
  (text.slice(0, offset).match(/```/g) ?? []).length % 2 === 1;

const columnOf = (statement: ts.Statement, file: ts.SourceFile): number =>
  file.getLineAndCharacterOfPosition(statement.getStart(file)).character;

const dedented = (text: string, column: number): string =>
  text.replaceAll(`\n${' '.repeat(column)}`, '\n');

function sectionText(name: string, entries: readonly Entry[]): string {
  const texts = entries.map(
    ({ name: title, texts: declarations, documentation }) =>
      `### \`${title}\`\n\n\`\`\`mts\n${declarations.join('\n')}\n\`\`\`\n\n${documentation.join('\n\n')}\n`,
  );
  return `## ${name}\n\n${texts.join('\n')}`;
}

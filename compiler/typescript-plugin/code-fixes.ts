// The edits that diagnostics bring with them → quick fixes of an editor. What an edit uses of `mixmod` is imported.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { Analysis } from './analysis.ts';
import { codeNumber, diagnosticsOf, type Placed } from './editor-diagnostics.ts';

export function codeFixes(
  fileName: string,
  { start, length }: ts.TextSpan,
  codes: readonly number[],
  analysis: Analysis,
  typescript: typeof ts,
): ts.CodeFixAction[] {
  const file = analysis.sourceFile(fileName);
  if (!file) return [];
  return diagnosticsOf(fileName, analysis)
    .filter((one) => codes.includes(codeNumber(one)))
    .filter(({ span }) => span.start === start && span.end === start + length)
    .flatMap((one) => {
      if (!one.edit) return [];
      const { text, span } = one.edit;
      const place = { start: span.start, length: span.end - span.start };
      const textChanges = [...importOf(text, file, typescript), { span: place, newText: text }];
      const description = describe(one, text);
      return [{ fixName: 'mixmod', description, changes: [{ fileName, textChanges }] }];
    });
}

/** The codes of which some diagnostics have an edit. */
export const fixableCodes = (): readonly string[] =>
  (Object.values(E) as readonly DiagnosticCode<never>[])
    .filter(({ edit }) => edit !== undefined)
    .map(({ code }) => code.slice('RTS'.length));

function describe({ fix }: Placed, edit: string): string {
  const [line = '', ...more] = edit.split('\n');
  if (edit === '') return fix;
  return line.length > 60 || more.length > 0 ? fix : `Write \`${line}\``;
}

/** A conversion or a type. */
const NAME = /^([iu](?:8|16|32|64|size)|f32|f64)(?:\(|$)/;

/** The change that imports the name with which an edit begins, if it does and the file has not. */
function importOf(
  edit: string,
  file: ts.SourceFile,
  typescript: typeof ts,
): readonly ts.TextChange[] {
  const [, name] = NAME.exec(edit) ?? [];
  if (name === undefined) return [];
  for (const statement of file.statements) {
    if (!typescript.isImportDeclaration(statement)) continue;
    const { moduleSpecifier, importClause } = statement;
    const bindings = importClause?.namedBindings;
    if (!typescript.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== 'mixmod') continue;
    if (!bindings || !typescript.isNamedImports(bindings)) continue;
    if (bindings.elements.some((element) => element.name.text === name)) return [];
    const last = bindings.elements.at(-1);
    if (last) return [insertion(last.end, `, ${name}`)];
  }
  const directive = file.statements.at(0);
  return [insertion(directive?.end ?? 0, `\nimport { ${name} } from 'mixmod';`)];
}

const insertion = (start: number, newText: string): ts.TextChange => ({
  span: { start, length: 0 },
  newText,
});

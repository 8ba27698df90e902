// Plain TypeScript of the host → JavaScript, types removed, nothing checked. For programs that import RTypeScript.
import ts from 'typescript';

export function transpile(path: string, text: string): string {
  return ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      // V8 is several times slower on fields that are defined instead of assigned.
      useDefineForClassFields: false,
      inlineSourceMap: true,
    },
  }).outputText;
}

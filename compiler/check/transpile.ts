// Plain TypeScript of the host → JavaScript, types removed, nothing checked. For programs that import RTypeScript.
import { tsc } from './tsc.ts';

export function transpile(path: string, text: string): string {
  return tsc.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: tsc.ScriptTarget.ES2022,
      module: tsc.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      // V8 is several times slower on fields that are defined instead of assigned.
      useDefineForClassFields: false,
      inlineSourceMap: true,
    },
  }).outputText;
}

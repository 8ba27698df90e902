// The plugin for TypeScript's language service (`mixmod/typescript-plugin`): what `check` says of RTypeScript files,
// while they are written. TypeScript's server calls `init`; editors need nothing else.
import type ts from 'typescript';
import { Analysis } from './analysis.ts';
import { codeFixes, fixableCodes } from './code-fixes.ts';
import { editorDiagnostics } from './editor-diagnostics.ts';
import { exactTypes } from './exact-types.ts';

type Modules = Parameters<ts.server.PluginModuleFactory>[0];

/** `typescript` is the server's own: its numbers are not those of the compiler's. */
export function init({ typescript }: Modules): ts.server.PluginModule {
  return { create: (info) => decorated(info, typescript) };
}

function decorated(info: ts.server.PluginCreateInfo, typescript: typeof ts): ts.LanguageService {
  const { languageService: service, languageServiceHost, project } = info;
  const analysis = new Analysis(service, languageServiceHost, typescript);
  /** An error of ours must not take the editor's other services away. */
  const added = <T>(part: () => T, otherwise: T): T => {
    try {
      return part();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      project.projectService.logger.info(`mixmod: ${text}`);
      return otherwise;
    }
  };
  return {
    ...service,
    getSemanticDiagnostics(fileName) {
      const own = service.getSemanticDiagnostics(fileName);
      return [...own, ...added(() => editorDiagnostics(fileName, own, analysis, typescript), [])];
    },
    getQuickInfoAtPosition(fileName, position, ...rest) {
      const info = service.getQuickInfoAtPosition(fileName, position, ...rest);
      const types = info ? added(() => exactTypes(fileName, info.textSpan, analysis), []) : [];
      if (!info || types.length === 0) return info;
      const line = [
        { text: '\n', kind: 'lineBreak' },
        { text: `mixmod: ${types.join(' or ')}`, kind: 'text' },
      ];
      return { ...info, displayParts: [...(info.displayParts ?? []), ...line] };
    },
    getCodeFixesAtPosition(fileName, start, end, codes, ...rest) {
      const fixes = service.getCodeFixesAtPosition(fileName, start, end, codes, ...rest);
      const place = { start, length: end - start };
      return [
        ...fixes,
        ...added(() => codeFixes(fileName, place, codes, analysis, typescript), []),
      ];
    },
    getSupportedCodeFixes: (fileName) => [
      ...service.getSupportedCodeFixes(fileName),
      ...fixableCodes(),
    ],
  };
}

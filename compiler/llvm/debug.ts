// Spans of graphs and ops → DWARF line tables, so that debuggers and profilers name TypeScript lines.
import llvm from 'llvm-bindings';
import type { Graph } from '../graph/graph.ts';
import { lineColumn, type SourceFile, type Span } from '../source/source-file.ts';
import type { ModuleWriter } from './writer.ts';

export class LineTable {
  readonly #writer: ModuleWriter;
  readonly #debug: llvm.DIBuilder;
  readonly #unit: llvm.DIScope;
  readonly #folder: string;
  readonly #files = new Map<SourceFile, llvm.DIFile>();
  readonly #untyped: llvm.DISubroutineType;
  #function: {
    readonly scope: llvm.DISubprogram;
    readonly file: SourceFile;
    readonly line: number;
  } | null = null;

  constructor(writer: ModuleWriter, name: string, folder: string, isOptimized: boolean) {
    this.#writer = writer;
    this.#folder = folder;
    writer.module.addModuleFlag(
      llvm.Module.ModFlagBehavior.Warning,
      'Debug Info Version',
      llvm.LLVMConstants.DEBUG_METADATA_VERSION,
    );
    writer.module.addModuleFlag(llvm.Module.ModFlagBehavior.Warning, 'Dwarf Version', 4);
    this.#debug = new llvm.DIBuilder(writer.module);
    const file = this.#debug.createFile(name, folder);
    // DWARF has no code for TypeScript; debuggers need one whose expressions are C's.
    const language = llvm.dwarf.SourceLanguage.DW_LANG_C99;
    this.#unit = this.#debug.createCompileUnit(language, file, 'mixmod', isOptimized, '', 0);
    this.#untyped = this.#debug.createSubroutineType(this.#debug.getOrCreateTypeArray([null]));
  }

  enter({ displayName, span }: Graph, made: llvm.Function): void {
    this.#writer.builder.SetCurrentDebugLocation(new llvm.DebugLoc());
    if (!span) return;
    const file = this.#file(span.file);
    const { line } = lineColumn(span.file, span.start);
    const { SPFlagDefinition, SPFlagLocalToUnit } = llvm.DISubprogram.DISPFlags;
    const flags = SPFlagDefinition | SPFlagLocalToUnit;
    const zero = llvm.DINode.DIFlags.FlagZero;
    const scope = this.#debug.createFunction(
      this.#unit,
      displayName,
      '',
      file,
      line,
      this.#untyped,
      line,
      zero,
      flags,
    );
    made.setSubprogram(scope);
    this.#function = { scope, file: span.file, line };
    this.#locate(line, 0);
  }

  /** Instructions from here on belong to this place. Code inlined from another file keeps its function's line. */
  at(span: Span | null): void {
    if (!this.#function) return;
    if (span && span.file === this.#function.file) {
      const { line, column } = lineColumn(span.file, span.start);
      this.#locate(line, column);
    } else this.#locate(this.#function.line, 0);
  }

  leave(): void {
    if (this.#function) this.#debug.finalizeSubprogram(this.#function.scope);
    this.#function = null;
    this.#writer.builder.SetCurrentDebugLocation(new llvm.DebugLoc());
  }

  finish(): void {
    this.#debug.finalize();
  }

  #locate(line: number, column: number): void {
    if (!this.#function) return;
    const location = llvm.DILocation.get(this.#writer.context, line, column, this.#function.scope);
    this.#writer.builder.SetCurrentDebugLocation(location);
  }

  #file(file: SourceFile): llvm.DIFile {
    let made = this.#files.get(file);
    if (!made) this.#files.set(file, (made = this.#debug.createFile(file.path, this.#folder)));
    return made;
  }
}

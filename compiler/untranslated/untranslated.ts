// CheckedProgram → one ES module in JavaScript that does what the compiled module does: the untranslated form.
import type { CheckedModule, CheckedProgram, GlobalVariable } from '../program/nodes.ts';
import { quotedName } from '../program/identifier.ts';
import { printExport, printGlue } from './boundary.ts';
import { literal } from './expressions/constant.ts';
import { printClass } from './class-printer.ts';
import { printFunction, printInitializer } from './function-printer.ts';
import { ModulePrinter } from './module-printer.ts';
import type { SharedLibraries } from './runtime-objects.ts';
import { placeMarks } from './source-map/place-marks.ts';
import { sourceMap, type SourceMap } from './source-map/source-map.ts';
import { zero } from './zero.ts';
import { preludeTexts } from './prelude/prelude.ts';

export interface UntranslatedModule {
  /** The text of an ES module. It imports the runtime if the program uses lltype or rffi, else nothing. */
  readonly code: string;
  /** Where in the sources each part of the text comes from. */
  readonly sourceMap: SourceMap;
}

/** `runtime`: what the module imports the runtime by. `shared`: the C that the program brings, compiled. */
export function untranslated(
  program: CheckedProgram,
  runtime = 'mixmod',
  shared: SharedLibraries = new Map(),
): UntranslatedModule {
  const module = new ModulePrinter(program, shared);
  const bodies = program.modules.flatMap((one) => printModule(one, module));
  const classes = program.classes.flatMap((one) => printClass(one, module));
  const exports = printExports(program, module);
  const imports = module.objects.namespaces.map((name) => `${name} as $${name}`);
  const lines = [
    ...(imports.length === 0
      ? []
      : [`import { ${imports.join(', ')} } from ${JSON.stringify(runtime)};`]),
    ...module.standIns.imports(runtime),
    ...module.objects.declarations,
    ...module.standIns.lines,
    ...preludeTexts(module.usedPrelude),
    ...classes,
    ...bodies,
    ...exports,
  ];
  const placed = placeMarks(`${lines.join('\n')}\n`, module.marks.all);
  return { code: placed.text, sourceMap: sourceMap(placed.lines) };
}

function printModule(one: CheckedModule, module: ModulePrinter): readonly string[] {
  return [
    `// ${one.file.path.replaceAll(/[\s\p{Cc}]+/gu, ' ')}`,
    ...one.globals.flatMap((global) => printGlobal(global, module)),
    ...one.functions.flatMap((each) => printFunction(each, module)),
    ...printInitializer(one.initializer, module),
  ];
}

/** A variable is zero before its initialiser has run, as its memory is when compiled. */
function printGlobal(global: GlobalVariable, module: ModulePrinter): readonly string[] {
  const name = module.global(global);
  if (global.constant !== null) {
    return [`const ${name} = ${literal(global.type, global.constant).text};`];
  }
  return [`let ${name} = ${zero(global.type)};`];
}

function printExports(program: CheckedProgram, module: ModulePrinter): readonly string[] {
  const entry = program.modules.at(-1);
  const exports = entry?.exports ?? [];
  const printed = exports.flatMap((one, index) => {
    if (one.kind === 'function-type' || one.kind === 'operations') return [];
    const { lines, binding } = printExport(one, index, module);
    return [...lines, `export { ${binding} as ${quotedName(one.name)} };`];
  });
  return [...printGlue(exports, module), ...printed];
}

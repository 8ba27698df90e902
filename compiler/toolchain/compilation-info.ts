// Compilation infos → the C text and the arguments that everything has which is compiled or linked with them.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';

/** What stands above every C text of an info. */
export function cPreamble({
  pre_include_bits,
  includes,
  post_include_bits,
}: ExternalCompilationInfo): string {
  return [
    ...pre_include_bits,
    ...includes.map((file) => `#include <${file}>`),
    ...post_include_bits,
  ].join('\n');
}

export const includeArguments = ({
  include_dirs,
  compile_extra,
}: ExternalCompilationInfo): readonly string[] => [
  ...include_dirs.map((folder) => `-I${folder}`),
  ...compile_extra,
];

export function libraryOptions(infos: readonly ExternalCompilationInfo[]): readonly string[] {
  const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
  return [
    ...unique(infos.flatMap(({ library_dirs }) => library_dirs)).map((folder) => `-L${folder}`),
    ...unique(infos.flatMap(({ link_extra }) => link_extra)),
    ...unique(infos.flatMap(({ libraries }) => libraries)).map((library) => `-l${library}`),
  ];
}

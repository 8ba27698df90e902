// A compilation info → the C text and the arguments that everything compiled with it begins with.
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

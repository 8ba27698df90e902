// Sizes, alignments and offsets as they are read from objects, against a C program that prints its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompilationOptions } from '../../runtime/rffi/compilation-info.ts';
import { answerOf } from './c-header.ts';

interface Case {
  readonly header: CompilationOptions;
  readonly struct: string;
  readonly fields: readonly string[];
}

const text = (header: string): CompilationOptions => ({ post_include_bits: [header] });

const CASES: readonly Case[] = [
  {
    header: { includes: ['time.h'] },
    struct: 'struct tm',
    fields: ['tm_sec', 'tm_year', 'tm_gmtoff', 'tm_zone'],
  },
  {
    header: { includes: ['sys/stat.h'] },
    struct: 'struct stat',
    fields: ['st_dev', 'st_mode', 'st_size', 'st_mtim', 'st_mtim.tv_nsec'],
  },
  {
    header: { includes: ['dirent.h'] },
    struct: 'struct dirent',
    fields: ['d_ino', 'd_reclen', 'd_type', 'd_name'],
  },
  {
    header: { includes: ['zlib.h'] },
    struct: 'z_stream',
    fields: ['next_in', 'avail_out', 'msg', 'zalloc', 'data_type', 'reserved'],
  },
  {
    header: { includes: ['ffi.h'] },
    struct: 'ffi_cif',
    fields: ['abi', 'arg_types', 'bytes', 'flags'],
  },
  { header: { includes: ['signal.h'] }, struct: 'siginfo_t', fields: ['si_signo', '_sifields'] },
  {
    header: { includes: ['netinet/in.h'] },
    struct: 'struct sockaddr_in6',
    fields: ['sin6_port', 'sin6_addr', 'sin6_scope_id'],
  },
  {
    header: text('struct s { char a; union { short b; long double c; }; char d[3]; };'),
    struct: 'struct s',
    fields: ['a', 'b', 'c', 'd'],
  },
  {
    header: text(
      '#pragma pack(push, 2)\nstruct s { char a; int b; double c; };\n#pragma pack(pop)',
    ),
    struct: 'struct s',
    fields: ['a', 'b', 'c'],
  },
  {
    header: text(
      'typedef struct { _Bool a; _Complex double b; char c __attribute__((aligned(64))); } s;',
    ),
    struct: 's',
    fields: ['a', 'b', 'c'],
  },
  {
    header: text('union u { char a[5]; int b; struct { short x; long y; } c; };'),
    struct: 'union u',
    fields: ['a', 'b', 'c', 'c.y'],
  },
  {
    header: text('struct s { unsigned a : 7, b : 30; enum { X } c : 2; char d; };'),
    struct: 'struct s',
    fields: ['d'],
  },
];

test.each(CASES)('$struct: $fields', ({ header, struct, fields }) => {
  const answer = answerOf(header, { kind: 'Struct', name: struct, fields });
  if (answer.kind !== 'struct') throw new Error(JSON.stringify(answer));
  const read = [
    answer.size,
    answer.alignment,
    ...answer.fields.flatMap(({ offset, size }) => [offset, size]),
  ];
  expect(read).toEqual(printed(header, struct, fields));
});

function printed(
  { includes = [], post_include_bits = [] }: CompilationOptions,
  struct: string,
  fields: readonly string[],
): readonly number[] {
  const numbers = [
    `sizeof(${struct})`,
    `_Alignof(${struct})`,
    ...fields.flatMap((field) => [
      `offsetof(${struct}, ${field})`,
      `sizeof(((${struct} *)0)->${field})`,
    ]),
  ];
  const source = [
    ...includes.map((file) => `#include <${file}>`),
    ...post_include_bits,
    '#include <stddef.h>',
    '#include <stdio.h>',
    `int main(void) { ${numbers.map((one) => `printf("%zu ", (size_t)${one});`).join(' ')} }`,
  ].join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'layouts-'));
  try {
    const [file, program] = [join(folder, 'print.c'), join(folder, 'print')];
    writeFileSync(file, source);
    const compiled = spawnSync('cc', ['-std=gnu11', '-w', file, '-o', program], {
      encoding: 'utf8',
    });
    if (compiled.status !== 0) throw new Error(compiled.stderr);
    const { stdout } = spawnSync(program, { encoding: 'utf8' });
    return stdout.trim().split(' ').map(Number);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

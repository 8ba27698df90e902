// The module in Cython, for Python: its C is made by cython3 and compiled by the C compiler with Debian's flags for speed.
import { spawnSync } from 'node:child_process';
import type { Peer } from './peer.ts';

const PYTHON = '/usr/bin/python3';
const INCLUDE = '$(/usr/bin/python3 -c "import sysconfig; print(sysconfig.get_path(\'include\'))")';

export const cython = (): Peer => ({
  name: 'Cython',
  missing: () => {
    const hasHeaders = spawnSync('sh', ['-c', `test -f "${INCLUDE}/Python.h"`]).status === 0;
    const hasCython = spawnSync('cython3', ['--version']).status === 0;
    return hasCython && hasHeaders ? null : 'apt-get install cython3 python3-dev';
  },
  version: ['sh', '-c', 'cython3 --version 2>&1'],
  files: (greeting) => ({
    'small.pyx': `# cython: language_level=3, boundscheck=False
cpdef int add(int a, int b):
    return a + b
cpdef double sum(double[:] values):
    cdef double total = 0
    cdef Py_ssize_t i
    for i in range(values.shape[0]):
        total += values[i]
    return total
cpdef str greet(str name):
    return "${greeting}, " + name + "!"
`,
  }),
  outputs: ['small.c', 'small.so'],
  build: [
    'sh',
    '-c',
    `cython3 small.pyx && cc -O2 -fPIC -shared -I"${INCLUDE}" small.c -o small.so`,
  ],
  check: [
    PYTHON,
    '-c',
    `import json, small, array
print(json.dumps([small.add(1, 2), small.sum(array.array('d', [1, 2, 3.5])), small.greet('x')]))`,
  ],
});

"""One row of one peer of Python's, in a process of its own: `measure.py ctypes|cffi ROW LIBRARY` prints JSON as measure.js does.

Runs in CPython and in PyPy. ROW is the index in rows.js; `null` where the peer has no such call. `measure.py rows` prints what each
row needs, for a comparison with rows.js."""
import json
import sys
import time

SAMPLES = 15
SAMPLE_NANOSECONDS = 3e6
WARM_UP = 12
WARM_UP_NANOSECONDS = 25e6
INTS = [(i * 7919) % 10007 for i in range(10000)]


def by_ctypes(path):
    from ctypes import (
        CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_double, c_int, c_long, c_ulong, c_void_p, cast, pointer,
    )

    class Point(Structure):
        _fields_ = [('x', c_double), ('y', c_double)]

    class Pair(Structure):
        _fields_ = [('a', c_int), ('b', c_int)]

    lib = CDLL(path)

    def of(name, restype, *argtypes):
        made = lib[name]
        made.argtypes = argtypes
        made.restype = restype
        return made

    binary = CFUNCTYPE(c_int, c_int, c_int)
    compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
    plus = binary(lambda a, b: a + b)
    difference = compare(lambda a, b: a[0] - b[0])
    call = of('call', c_int, binary, c_int)
    sort = of('sort', None, c_void_p, c_int, compare)
    data = (c_int * len(INTS))

    def sorted_copy():
        numbers = data(*INTS)
        sort(numbers, len(INTS), difference)

    numbers = (c_int * 4)(10, 20, 30, 40)
    return {
        'noop': of('noop', None),
        'add': of('add', c_int, c_int, c_int),
        'dadd': of('dadd', c_double, c_double, c_double),
        'mix': of('mix', c_double, c_int, c_double, c_int, c_double),
        'add10': of('add10', c_int, *[c_int] * 10),
        'add64': of('add64', c_long, c_long, c_long),
        'length': of('length', c_ulong, c_char_p),
        'greeting': of('greeting', c_char_p),
        'first': of('first', c_int, c_void_p, c_int),
        'sum': of('sum', c_int, c_void_p, c_int),
        'bytes': (c_int * 256)(),
        'at': of('at', c_int, POINTER(c_int), c_int),
        'numbers': numbers,
        'pair_swap': of('pair_swap', Pair, Pair),
        'pair': Pair(1, 2),
        'point_add': of('point_add', Point, Point, Point),
        'point': Point(1, 2),
        'callback': lambda n: call(plus, n),
        'sort': sorted_copy,
        'untyped': lib['add'],
        'untypedFirst': lib['first'],
        'fields': Pair(1, 2),
        'items': numbers,
        'pointer': pointer(numbers) and cast(numbers, POINTER(c_int)),
        'makePair': lambda i: Pair(i, 2),
    }


def by_cffi(path):
    from cffi import FFI

    ffi = FFI()
    ffi.cdef('''
        typedef struct { double x, y; } point; typedef struct { int a, b; } pair;
        void noop(void); int add(int, int); double dadd(double, double); double mix(int, double, int, double);
        int add10(int, int, int, int, int, int, int, int, int, int); long long add64(long long, long long);
        unsigned long length(const char *); const char *greeting(void);
        int first(const unsigned char *, int); int sum(const unsigned char *, int); int at(const int *, int);
        pair pair_swap(pair); point point_add(point, point); int call(int (*)(int, int), int);
        void sort(int *, int, int (*)(const void *, const void *));
    ''')
    lib = ffi.dlopen(path)
    plus = ffi.callback('int(int, int)', lambda a, b: a + b)
    cast = ffi.cast
    int_p = ffi.typeof('int *')
    difference = ffi.callback(
        'int(const void *, const void *)', lambda a, b: cast(int_p, a)[0] - cast(int_p, b)[0]
    )

    def sorted_copy():
        numbers = ffi.new('int[]', INTS)
        lib.sort(numbers, len(INTS), difference)

    numbers = ffi.new('int[]', [10, 20, 30, 40])
    pair_p = ffi.typeof('pair *')
    greeting = lib.greeting
    return {
        'noop': lib.noop,
        'add': lib.add,
        'dadd': lib.dadd,
        'mix': lib.mix,
        'add10': lib.add10,
        'add64': lib.add64,
        'length': lib.length,
        'greeting': lambda: ffi.string(greeting()),
        'first': lib.first,
        'sum': lib.sum,
        'bytes': ffi.new('unsigned char[]', 1024),
        'at': lib.at,
        'numbers': numbers,
        'pair_swap': lib.pair_swap,
        'pair': ffi.new('pair *', [1, 2])[0],
        'point_add': lib.point_add,
        'point': ffi.new('point *', [1, 2])[0],
        'callback': lambda n: lib.call(plus, n),
        'sort': sorted_copy,
        'fields': ffi.new('pair *', [1, 2]),
        'items': numbers,
        'pointer': ffi.cast(int_p, numbers),
        'makePair': lambda i: ffi.new(pair_p, (i, 2)),
    }


# As rows.js has them: what is needed, the text of the call, and how many calls are in it.
ROWS = [
    ('noop', 'noop()', 1),
    ('add', 'add(i, 2)', 1),
    ('dadd', 'dadd(i, 0.5)', 1),
    ('mix', 'mix(i, 0.5, 3, 1.5)', 1),
    ('add10', 'add10(i, 1, 2, 3, 4, 5, 6, 7, 8, 9)', 1),
    ('add64', 'add64(big, 3)', 1),
    ('length', 'length(text)', 1),
    ('greeting', 'greeting()', 1),
    ('first', 'first(bytes, i & 63)', 1),
    ('sum', 'sum(bytes, 1024)', 1),
    ('at', 'at(numbers, i & 3)', 1),
    ('pair_swap', 'number_of_pair(pair_swap(pair))', 1),
    ('point_add', 'number_of_point(point_add(point, point))', 1),
    ('callback', 'callback(1000)', 1000),
    ('sort', 'sort()', 1),
    ('untyped', 'untyped(i, 2)', 1),
    ('untypedFirst', 'untypedFirst(items, 4)', 1),
    ('fields', 'fields.b', 1),
    ('fields', 'fields.a = i', 1),
    ('items', 'items[i & 3]', 1),
    ('items', 'items[1] = i', 1),
    ('pointer', 'pointer[i & 3]', 1),
    ('makePair', 'number_of_pair(makePair(i))', 1),
]


def loop_of(peer, text):
    names = ', '.join(f'{name}=peer[{name!r}]' for name in peer if name in text)
    source = (
        'def number_of_pair(p): return 10 * p.a + p.b\n'
        'def number_of_point(p): return 10 * p.x + p.y\n'
        f'def loop(n, big=2**62, text=b"sixteen letters!"{", " if names else ""}{names}):\n'
        f'    for i in range(n):\n        {text}\n'
    )
    scope = {'peer': peer}
    exec(source, scope)
    return scope['loop']


def now():
    return time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) * 1e9


def measure(loop, calls):
    def sample(runs):
        start = now()
        loop(runs)
        return now() - start

    runs = 1
    while sample(runs) < SAMPLE_NANOSECONDS / 2:
        runs *= 2
    for _ in range(WARM_UP):
        for _ in range(int(WARM_UP_NANOSECONDS / max(1, sample(runs))) + 1):
            sample(runs)
    while sample(runs) < SAMPLE_NANOSECONDS / 2:
        runs *= 2
    taken = sorted(sample(runs) / (runs * calls) for _ in range(SAMPLES))
    return {'best': taken[0], 'median': taken[SAMPLES // 2]}


def main():
    if sys.argv[1:] == ['rows']:
        print(json.dumps([needs for needs, _, _ in ROWS]))
        return
    kind, index, path = sys.argv[1:4]
    needs, text, calls = ROWS[int(index)]
    peer = {'ctypes': by_ctypes, 'cffi': by_cffi}[kind](path)
    print(json.dumps(measure(loop_of(peer, text), calls) if needs in peer else None))


main()

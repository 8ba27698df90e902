// What Debian's libstdc++ and libgcc have of glibc and musl does not: with it they run under musl's loader, and so does a runtime that
// needs them. For tests only; systems with musl have libraries of their own.
#include <stddef.h>

typedef unsigned long word;

struct program_header {
  unsigned type, flags;
  word offset, address, physical, file_size, memory_size, align;
};

struct object {
  word base;
  const char *name;
  const struct program_header *headers;
  unsigned short count;
};

// glibc's struct dl_find_object.
struct found {
  unsigned long long flags;
  void *start, *end, *map, *unwind;
  unsigned long long rest[7];
};

struct search {
  word address;
  struct found *into;
};

extern int dl_iterate_phdr(int (*)(struct object *, size_t, void *), void *);
extern size_t strftime_l(char *, size_t, const char *, const void *, void *);
extern long getrandom(void *, size_t, unsigned);
extern word getauxval(word);

enum { LOADED = 1, UNWIND = 0x6474e550 };

static int look(struct object *object, size_t size, void *data) {
  struct search *search = data;
  word start = 0, end = 0, unwind = 0;
  for (int i = 0; i < object->count; i++) {
    const struct program_header *header = &object->headers[i];
    word from = object->base + header->address, to = from + header->memory_size;
    if (header->type == UNWIND) unwind = from;
    if (header->type == LOADED && search->address >= from && search->address < to)
      start = from, end = to;
  }
  if (!start || !unwind) return 0;
  *search->into = (struct found){.start = (void *)start, .end = (void *)end, .unwind = (void *)unwind};
  return 1;
}

int _dl_find_object(void *address, struct found *into) {
  struct search search = {(word)address, into};
  return dl_iterate_phdr(look, &search) ? 0 : -1;
}

char __libc_single_threaded = 0;
// What libgcc knows of the processor: nothing.
int __cpu_model[16];
int __cpu_indicator_init(void) { return 0; }
word __getauxval(word type) { return getauxval(type); }
// Destructors of threads are not run.
int __cxa_thread_atexit_impl(void (*end)(void *), void *object, void *library) { return 0; }
size_t __strftime_l(char *to, size_t size, const char *format, const void *time, void *locale) {
  return strftime_l(to, size, format, time, locale);
}
unsigned arc4random(void) {
  unsigned bits = 0;
  getrandom(&bits, sizeof bits, 0);
  return bits;
}

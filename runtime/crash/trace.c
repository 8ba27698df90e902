/* What happens when C that compiled code has called crashes: before the process ends as it would have, a process of its own is
 * started that prints the TypeScript lines of the stack (compiler/cli/crash-report.ts). Here only what a signal handler may do:
 * no memory is allocated, no lock taken; all texts are made when the handler is installed.
 *
 * Handlers that were there before, those of Node.js and V8 among them, are called whenever the crash is not ours: V8 turns
 * faults of WebAssembly into exceptions. Ours it is when the stack from the fault on has code of a native module. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>

enum { MOST_FRAMES = 64, DIGITS = 24, STACK_BYTES = 1 << 18, MOST_MODULES = 256 };

static const int SIGNALS[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
enum { SIGNAL_COUNT = sizeof SIGNALS / sizeof *SIGNALS };

static struct sigaction previous[SIGNAL_COUNT];
static const char *node_path, *reporter_path;
static char environment_path[4096];
static int busy;

struct range { unsigned long begin, end; };
struct frames { unsigned long fault, pc[MOST_FRAMES]; int count, seen; };

static struct frames frames;
static struct range modules[MOST_MODULES];

static int index_of(int signal) {
  for (int i = 0; i < SIGNAL_COUNT; i++)
    if (SIGNALS[i] == signal) return i;
  return 0;
}

/* Base 10 or 16, with a final NUL. */
static char *write_number(char *to, unsigned long value, unsigned base) {
  char digits[DIGITS];
  int count = 0;
  do digits[count++] = "0123456789abcdef"[value % base];
  while ((value /= base) != 0);
  while (count > 0) *to++ = digits[--count];
  *to = 0;
  return to;
}

/* Code of native modules: executable mappings of files that end in `.node`. */
static int read_modules(void) {
  char line[4600], block[4096];
  int count = 0, length = 0;
  int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  for (long got; (got = read(file, block, sizeof block)) > 0;)
    for (long i = 0; i < got; i++) {
      if (block[i] != '\n') {
        if (length < (int)sizeof line - 1) line[length++] = block[i];
        continue;
      }
      line[length] = 0;
      int is_module = length > 5 && memcmp(line + length - 5, ".node", 5) == 0;
      length = 0;
      if (!is_module || count == MOST_MODULES) continue;
      unsigned long ends[2] = {0, 0};
      char *at = line;
      for (int end = 0; end < 2; end++, at++)
        for (; (*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'f'); at++)
          ends[end] = ends[end] * 16 + (*at <= '9' ? *at - '0' : *at - 'a' + 10);
      if (at[2] == 'x') modules[count++] = (struct range){ends[0], ends[1]};
    }
  close(file);
  return count;
}

/* From the frame of the fault on: those above are of the handler. */
static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *unused) {
  (void)unused;
  int before = 0;
  unsigned long pc = _Unwind_GetIPInfo(context, &before);
  if (pc == frames.fault) frames.seen = 1;
  if (!frames.seen || pc == 0) return _URC_NO_REASON;
  /* A return address belongs to the call before it. */
  frames.pc[frames.count++] = before ? pc : pc - 1;
  return frames.count == MOST_FRAMES ? _URC_END_OF_STACK : _URC_NO_REASON;
}

/* A jump to nowhere has no code to unwind from: the caller is on top of the stack. */
static void find_frames(const ucontext_t *context) {
  frames.fault = (unsigned long)context->uc_mcontext.gregs[REG_RIP];
  frames.count = frames.seen = 0;
  _Unwind_Backtrace(visit, NULL);
  if (frames.count > 0) return;
  frames.pc[frames.count++] = frames.fault;
  unsigned long stack = (unsigned long)context->uc_mcontext.gregs[REG_RSP];
  if (frames.fault < 4096 && stack % 8 == 0) frames.pc[frames.count++] = *(unsigned long *)stack - 1;
}

static int is_ours(void) {
  int count = read_modules();
  for (int i = 0; i < frames.count; i++)
    for (int module = 0; module < count; module++)
      if (frames.pc[i] >= modules[module].begin && frames.pc[i] < modules[module].end) return 1;
  return 0;
}

/* Arguments: the process, whose maps the reporter reads, signal, address, frames. */
static void report(int signal, const siginfo_t *info) {
  static char texts[MOST_FRAMES + 3][DIGITS];
  static char *arguments[MOST_FRAMES + 8];
  static char *environment[] = {environment_path, "LC_ALL=C", NULL};
  int count = 0;
  arguments[count++] = (char *)node_path;
  arguments[count++] = (char *)reporter_path;
  arguments[count++] = "crash-report";
  write_number(texts[0], (unsigned long)getpid(), 10);
  write_number(texts[1], (unsigned long)signal, 10);
  write_number(texts[2], (unsigned long)info->si_addr, 16);
  for (int i = 0; i < 3; i++) arguments[count++] = texts[i];
  for (int i = 0; i < frames.count; i++) {
    write_number(texts[3 + i], frames.pc[i], 16);
    arguments[count++] = texts[3 + i];
  }
  arguments[count] = NULL;
  pid_t child = vfork();
  if (child == 0) {
    dup2(STDERR_FILENO, STDOUT_FILENO);
    execve(node_path, arguments, environment);
    _exit(127);
  }
  if (child > 0)
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
}

static void pass_on(int signal, siginfo_t *info, void *context) {
  const struct sigaction *old = &previous[index_of(signal)];
  if (old->sa_flags & SA_SIGINFO) return old->sa_sigaction(signal, info, context);
  if (old->sa_handler == SIG_IGN && info->si_code <= 0) return;
  if (old->sa_handler != SIG_DFL && old->sa_handler != SIG_IGN) return old->sa_handler(signal);
  /* The instruction faults again, and the process ends of it; a signal that somebody sent is sent again. */
  sigaction(signal, old, NULL);
  if (info->si_code <= 0) raise(signal);
}

static void handle(int signal, siginfo_t *info, void *context) {
  int saved = errno;
  /* A second thread that crashes meanwhile ends the process without a report. */
  if (info->si_code > 0 && __atomic_exchange_n(&busy, 1, __ATOMIC_ACQ_REL) == 0) {
    find_frames(context);
    if (is_ours()) report(signal, info);
    __atomic_store_n(&busy, 0, __ATOMIC_RELEASE);
  }
  errno = saved;
  pass_on(signal, info, context);
}

static _Unwind_Reason_Code nothing(struct _Unwind_Context *context, void *unused) {
  (void)context, (void)unused;
  return _URC_END_OF_STACK;
}

/* An endless recursion has no stack left for the handler. Of the calling thread. */
static int add_stack(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) != 0) return -1;
  if (!(now.ss_flags & SS_DISABLE) && now.ss_size >= STACK_BYTES) return 0;
  void *memory = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return -1;
  stack_t made = {.ss_sp = memory, .ss_size = STACK_BYTES};
  return sigaltstack(&made, NULL);
}

/* Both texts stay alive. 0, or -1 where the system refuses. A second call does nothing. */
int mixmod_trace_crashes(const char *node, const char *reporter) {
  if (node_path) return 0;
  const char *path = getenv("PATH");
  strcpy(environment_path, "PATH=");
  if (path && strlen(path) < sizeof environment_path - 8) strcat(environment_path, path);
  if (add_stack() != 0) return -1;
  /* The unwinder loads what it needs at its first use. */
  _Unwind_Backtrace(nothing, NULL);
  node_path = node;
  reporter_path = reporter;
  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < SIGNAL_COUNT; i++)
    if (sigaction(SIGNALS[i], &action, &previous[i]) != 0) return -1;
  return 0;
}

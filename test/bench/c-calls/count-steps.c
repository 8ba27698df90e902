// Runs a program and counts the instructions that it executes between two signals SIGUSR2 that it sends itself (library.c), one
// at a time: exact, and without a tool to install. Arguments: the path of an object file, then the program and its arguments.
// A line for each interval: the instructions within that object, and all.
#define _GNU_SOURCE
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned long low, high;

/** Where the code of the object lies in the process. */
static void find_code(pid_t process, const char *object) {
  char line[4096], path[64];
  snprintf(path, sizeof path, "/proc/%d/maps", process);
  FILE *maps = fopen(path, "r");
  while (maps && fgets(line, sizeof line, maps)) {
    unsigned long from, to;
    char execute;
    line[strcspn(line, "\n")] = 0;
    const char *file = strchr(line, '/');
    if (sscanf(line, "%lx-%lx %*c%*c%c", &from, &to, &execute) != 3 || execute != 'x') continue;
    if (file && strcmp(file, object) == 0) low = from, high = to;
  }
  if (maps) fclose(maps);
}

static int fails(const char *what) {
  perror(what);
  return 1;
}

int main(int count, char **arguments) {
  if (count < 3) return 1;
  pid_t process = fork();
  if (process == 0) {
    if (ptrace(PTRACE_TRACEME, 0, 0, 0)) _exit(fails("ptrace"));
    execvp(arguments[2], arguments + 2);
    _exit(fails(arguments[2]));
  }
  long own = 0, all = 0;
  int status, counts = 0;
  while (waitpid(process, &status, 0) == process && WIFSTOPPED(status)) {
    int signal = WSTOPSIG(status);
    if (signal == SIGUSR2) {
      counts = !counts;
      if (counts) {
        find_code(process, arguments[1]);
        own = all = 0;
      } else fprintf(stderr, "%ld %ld\n", own, all);
    } else if (signal == SIGTRAP && counts) {
      unsigned long at = ptrace(PTRACE_PEEKUSER, process, offsetof(struct user_regs_struct, rip), 0);
      own += at >= low && at < high;
      all++;
    }
    int passed = signal == SIGUSR2 || signal == SIGTRAP ? 0 : signal;
    if (ptrace(counts ? PTRACE_SINGLESTEP : PTRACE_CONT, process, 0, passed)) return fails("ptrace");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

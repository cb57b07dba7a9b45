#define _GNU_SOURCE
#include "Faults.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Everything a handler touches is static: it may allocate nothing and wait for nothing.
enum { SLOTS = 4096, PATH = 200 };

static struct {
  _Atomic(const char *) start;
  size_t length;
  char path[PATH];
} mappings[SLOTS];

static const char torn_before[] = "padan: ";
static const char torn_after[] =
    " menjadi lebih pendek atau tidak terbaca saat sedang dibaca (berkasnya ditulis ulang, atau cakramnya dicabut). "
    "Salin berkasnya ke cakram ini lalu ulangi; hasil terdahulu tetap utuh.\n";
static const char unnamed[] = "sebuah berkas sumber";
static const char stopped[] =
    "padan: terhenti karena memori atau pegangan berkas dari sistem tidak cukup, atau karena galat program. Tidak ada "
    "hasil yang ditulis; hasil terdahulu tetap utuh. Ulangi dengan batas yang lebih besar.\n";

int padan_note_mapping(const void *start, size_t length, const char *path) {
  for (int i = 0; i < SLOTS; i++) {
    const char *free_slot = NULL;
    // Taken by a mark first, so that no other thread writes the same slot.
    if (!atomic_compare_exchange_strong(&mappings[i].start, &free_slot, (const char *)1)) continue;
    mappings[i].length = length;
    const size_t count = strlen(path);
    const char *from = count < PATH ? path : path + count - PATH + 1;
    memcpy(mappings[i].path, from, strlen(from) + 1);
    atomic_store(&mappings[i].start, (const char *)start);
    return i;
  }
  return -1;
}

void padan_forget_mapping(int number) {
  if (number >= 0 && number < SLOTS) atomic_store(&mappings[number].start, (const char *)NULL);
}

static void say(const char *text) {
  // What cannot be said is not said.
  if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

static void end_with_words(int number, siginfo_t *info, void *context) {
  (void)context;
  if (number == SIGBUS) {
    const char *at = info ? (const char *)info->si_addr : NULL;
    const char *name = unnamed;
    for (int i = 0; i < SLOTS; i++) {
      const char *start = atomic_load(&mappings[i].start);
      if (start > (const char *)1 && at >= start && at < start + mappings[i].length) name = mappings[i].path;
    }
    say(torn_before);
    say(name);
    say(torn_after);
  } else {
    say(stopped);
  }
  _exit(2);
}

void padan_end_with_words(void) {
  static char stack[1 << 16];
  const stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&other, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = end_with_words;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  const int deadly[] = {SIGBUS, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) sigaction(deadly[i], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
  signal(SIGXFSZ, SIG_IGN);
#endif
}

static sigset_t asking;
static void (*when_asked)(int);

static void *wait_to_be_asked(void *unused) {
  (void)unused;
  int number = 0;
  while (sigwait(&asking, &number) != 0) continue;
  pthread_sigmask(SIG_UNBLOCK, &asking, NULL);
  when_asked(number);
  return NULL;
}

void padan_end_when_asked(void (*asked)(int)) {
  const int polite[] = {SIGINT, SIGTERM, SIGHUP};
  int count = 0;
  sigemptyset(&asking);
  for (size_t i = 0; i < sizeof polite / sizeof *polite; i++) {
    struct sigaction now;
    if (sigaction(polite[i], NULL, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    sigaddset(&asking, polite[i]);
    count++;
  }
  if (count == 0) return;
  when_asked = asked;
  pthread_attr_t small;
  pthread_t thread;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 1 << 19);
  pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
  // Threads take the mask of whoever begins them.
  pthread_sigmask(SIG_BLOCK, &asking, NULL);
  if (pthread_create(&thread, &small, wait_to_be_asked, NULL) != 0) pthread_sigmask(SIG_UNBLOCK, &asking, NULL);
  pthread_attr_destroy(&small);
}

void padan_end_by(int number) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  signal(number, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}

static void *nothing(void *argument) { return argument; }

int padan_has_room(size_t bytes) {
  void *room = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) return 0;
  pthread_t thread;
  const int started = pthread_create(&thread, NULL, nothing, NULL) == 0;
  if (started) pthread_join(thread, NULL);
  munmap(room, bytes);
  return started;
}

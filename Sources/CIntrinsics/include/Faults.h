#pragma once
#include <stddef.h>

/// Remembers that the file of a path is mapped at `start`, so that a fault there can name it; -1 where there is no room.
int padan_note_mapping(const void *start, size_t length, const char *path);
/// Forgets a mapping by the number that noting it gave.
void padan_forget_mapping(int number);
/// From here on a signal that would end the process ends it with one sentence on standard error and status 2: a file
/// that became shorter while it was read, or memory and handles that the system refused. Writing to a closed pipe or
/// beyond a limit of size fails instead. Source: POSIX.1-2017, signal concepts.
void padan_end_with_words(void);
/// From here on a thread of its own waits for SIGINT, SIGTERM and SIGHUP, those that are not ignored, and calls `asked` with
/// the first of them; the next one ends the process at once. Called before any other thread is begun; where the system
/// refuses the thread, signals do what they always do.
void padan_end_when_asked(void (*asked)(int));
/// Ends the process by a signal, as if nobody had waited for it.
void padan_end_by(int number) __attribute__((noreturn));
/// Whether the system lets this process take so many bytes of address space more and start a thread. Work that is handed
/// to a queue waits for ever where no thread can be had, so this is asked before any is.
int padan_has_room(size_t bytes);

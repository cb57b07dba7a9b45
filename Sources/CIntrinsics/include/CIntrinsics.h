// What Swift has no spelling for: a bit mask of equal bytes, a cache prefetch, a setting of the allocator.
// Only static inline functions, so that a call costs nothing. No state, no allocation.
#pragma once
#include <stddef.h>
#include <stdint.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#if defined(__linux__)
#include <sys/syscall.h>
#endif

#if defined(__SSE2__)
#include <emmintrin.h>

/// Bit k is set when byte k of the 64 bytes at `p` equals a, b or c. Reads exactly 64 bytes.
static inline __attribute__((always_inline)) uint64_t padan_mask64(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c) {
  const __m128i va = _mm_set1_epi8((char)a), vb = _mm_set1_epi8((char)b), vc = _mm_set1_epi8((char)c);
  uint64_t mask = 0;
  for (int k = 0; k < 4; k++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    const __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, va), _mm_cmpeq_epi8(x, vb)), _mm_cmpeq_epi8(x, vc));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hit) << (16 * k);
  }
  return mask;
}

/// Bit k is set when byte k of the 64 bytes at `p` equals a; bit k of `*others` when it equals b or c. Reads exactly 64
/// bytes.
static inline __attribute__((always_inline)) uint64_t padan_masks64(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c,
                                                                    uint64_t *others) {
  const __m128i va = _mm_set1_epi8((char)a), vb = _mm_set1_epi8((char)b), vc = _mm_set1_epi8((char)c);
  uint64_t first = 0, second = 0;
  for (int k = 0; k < 4; k++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    const __m128i other = _mm_or_si128(_mm_cmpeq_epi8(x, vb), _mm_cmpeq_epi8(x, vc));
    first |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, va)) << (16 * k);
    second |= (uint64_t)(uint32_t)_mm_movemask_epi8(other) << (16 * k);
  }
  *others = second;
  return first;
}
#else
static inline __attribute__((always_inline)) uint64_t padan_mask64(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c) {
  uint64_t mask = 0;
  for (int k = 0; k < 64; k++) mask |= (uint64_t)(p[k] == a || p[k] == b || p[k] == c) << k;
  return mask;
}

static inline __attribute__((always_inline)) uint64_t padan_masks64(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c,
                                                                    uint64_t *others) {
  uint64_t first = 0, second = 0;
  for (int k = 0; k < 64; k++) {
    first |= (uint64_t)(p[k] == a) << k;
    second |= (uint64_t)(p[k] == b || p[k] == c) << k;
  }
  *others = second;
  return first;
}
#endif

/// Asks for the cache line at `p`; harmless for any address.
static inline __attribute__((always_inline)) void padan_prefetch(const void *p) { __builtin_prefetch(p, 0, 3); }

/// Lets allocations of `least` bytes and more go back to the system as soon as they are freed, so that the peak of a
/// process is what it holds at one time. The allocator's own rule keeps up to 32 MiB at hand for each size.
static inline void padan_return_allocations(int least) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, least);
#else
  (void)least;
#endif
}

#if defined(__linux__)
// Of <unistd.h>, which would take its constants away from Swift's own module of the C library.
extern long syscall(long number, ...);
#endif

/// Moves the mapping of `length` bytes at `start` to one of `larger` bytes without copying any; null where the system
/// has none left, and then the old one stays. Swift cannot call `mremap`: it takes a varying number of arguments.
static inline void *padan_move_pages(void *start, size_t length, size_t larger) {
#if defined(__linux__)
  const long moved = syscall(SYS_mremap, start, length, larger, 1 /* MREMAP_MAYMOVE */, 0);
  return moved == -1 ? 0 : (void *)moved;
#else
  (void)start, (void)length, (void)larger;
  return 0;
#endif
}

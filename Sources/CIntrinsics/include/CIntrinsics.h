// What Swift has no spelling for: bit masks of equal bytes, carry-less products, a cache prefetch, a setting of the
// allocator.
// Only static inline functions here, so that a call costs nothing: no state, no allocation. What ends the process with
// words (Faults.h) has both a file and a state of its own.
#pragma once
#include "Faults.h"
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
#if defined(__SSSE3__)
#include <tmmintrin.h>
#endif

/// Bit k is set when byte k of the 64 bytes at `p` equals `delimiter`; bit k of `*others` when it is a line feed, a carriage
/// return or a quote. Reads exactly 64 bytes.
static inline __attribute__((always_inline)) uint64_t padan_marks64(const uint8_t *p, uint8_t delimiter,
                                                                    uint64_t *others) {
  const __m128i wanted = _mm_set1_epi8((char)delimiter);
  uint64_t first = 0, second = 0;
#if defined(__SSSE3__)
  // By the low half of a byte the only one of the three that it can be; no byte equals what stands in the other places.
  const __m128i marks = _mm_setr_epi8(-1, -1, 34, -1, -1, -1, -1, -1, -1, -1, 10, -1, -1, 13, -1, 0);
#else
  const __m128i feed = _mm_set1_epi8(10), carriage = _mm_set1_epi8(13), quote = _mm_set1_epi8(34);
#endif
  for (int k = 0; k < 4; k++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(p + 16 * k));
#if defined(__SSSE3__)
    const __m128i other = _mm_cmpeq_epi8(x, _mm_shuffle_epi8(marks, x));
#else
    const __m128i other = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, feed), _mm_cmpeq_epi8(x, carriage)),
                                       _mm_cmpeq_epi8(x, quote));
#endif
    first |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, wanted)) << (16 * k);
    second |= (uint64_t)(uint32_t)_mm_movemask_epi8(other) << (16 * k);
  }
  *others = second;
  return first;
}

/// How many of the sixteen bytes at `a` and `b` agree before the first that does not.
static inline __attribute__((always_inline)) int padan_agreeing16(const uint8_t *a, const uint8_t *b) {
  const __m128i equal = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)a), _mm_loadu_si128((const __m128i *)b));
  return __builtin_ctz(~(unsigned)_mm_movemask_epi8(equal));
}
#else
static inline __attribute__((always_inline)) int padan_agreeing16(const uint8_t *a, const uint8_t *b) {
  int k = 0;
  while (k < 16 && a[k] == b[k]) k++;
  return k;
}

static inline __attribute__((always_inline)) uint64_t padan_marks64(const uint8_t *p, uint8_t delimiter,
                                                                    uint64_t *others) {
  uint64_t first = 0, second = 0;
  for (int k = 0; k < 64; k++) {
    first |= (uint64_t)(p[k] == delimiter) << k;
    second |= (uint64_t)(p[k] == 10 || p[k] == 13 || p[k] == 34) << k;
  }
  *others = second;
  return first;
}
#endif

#if defined(__x86_64__)
#include <cpuid.h>
#include <wmmintrin.h>

/// Folds `length` bytes, a multiple of 64 and not 0, to sixteen bytes that leave the same remainder of CRC-32 (reflected,
/// polynomial EDB88320): their check number from 0 is that of all bytes from `crc`. Both are meant without inversion.
///
/// Four lanes of carry-less products, after V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using
/// PCLMULQDQ", Intel 2009: each step multiplies a lane by x^512, or x^128, modulo the polynomial.
static inline __attribute__((target("pclmul"))) void padan_fold_crc32(
    const uint8_t *p, size_t length, uint32_t crc, uint8_t *folded) {
  const __m128i by512 = _mm_set_epi64x(0x01c6e41596, 0x0154442bd4), by128 = _mm_set_epi64x(0x00ccaa009e, 0x01751997d0);
  const __m128i *at = (const __m128i *)p, *end = (const __m128i *)(p + length);
  __m128i lane[4];
  for (int k = 0; k < 4; k++) lane[k] = _mm_loadu_si128(at + k);
  lane[0] = _mm_xor_si128(lane[0], _mm_cvtsi32_si128((int)crc));
  for (at += 4; at < end; at += 4)
    for (int k = 0; k < 4; k++) {
      const __m128i low = _mm_clmulepi64_si128(lane[k], by512, 0x00), high = _mm_clmulepi64_si128(lane[k], by512, 0x11);
      lane[k] = _mm_xor_si128(_mm_xor_si128(low, high), _mm_loadu_si128(at + k));
    }
  __m128i sum = lane[0];
  for (int k = 1; k < 4; k++) {
    const __m128i low = _mm_clmulepi64_si128(sum, by128, 0x00), high = _mm_clmulepi64_si128(sum, by128, 0x11);
    sum = _mm_xor_si128(_mm_xor_si128(low, high), lane[k]);
  }
  _mm_storeu_si128((__m128i *)folded, sum);
}

/// Whether the processor has what `padan_fold_crc32` needs.
static inline int padan_can_fold_crc32(void) {
  unsigned a, b, c, d;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_PCLMULQDQ) != 0;
}
#else
static inline void padan_fold_crc32(const uint8_t *p, size_t length, uint32_t crc, uint8_t *folded) {
  (void)p, (void)length, (void)crc, (void)folded;
}
static inline int padan_can_fold_crc32(void) { return 0; }
#endif

/// Bit k is set when byte k of the 32 bytes at `p` parts the words of a name: a blank or control sign, `,`, `-` or `/`; bit
/// k of `*odd` when it is an apostrophe, `(`, a backtick or no ASCII. Reads exactly 32 bytes.
static inline __attribute__((always_inline)) uint64_t padan_name_masks32(const uint8_t *p, uint64_t *odd) {
  uint64_t gaps = 0, strange = 0;
#if defined(__SSE2__)
  for (int k = 0; k < 2; k++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(p + 16 * k));
    __m128i gap = _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(32)), x);
    gap = _mm_or_si128(gap, _mm_cmpeq_epi8(x, _mm_set1_epi8(',')));
    gap = _mm_or_si128(gap, _mm_cmpeq_epi8(x, _mm_set1_epi8('-')));
    gap = _mm_or_si128(gap, _mm_cmpeq_epi8(x, _mm_set1_epi8('/')));
    __m128i other = _mm_or_si128(x, _mm_cmpeq_epi8(x, _mm_set1_epi8('\'')));
    other = _mm_or_si128(other, _mm_cmpeq_epi8(x, _mm_set1_epi8('(')));
    other = _mm_or_si128(other, _mm_cmpeq_epi8(x, _mm_set1_epi8('`')));
    gaps |= (uint64_t)(uint32_t)_mm_movemask_epi8(gap) << (16 * k);
    strange |= (uint64_t)(uint32_t)_mm_movemask_epi8(other) << (16 * k);
  }
#else
  for (int k = 0; k < 32; k++) {
    gaps |= (uint64_t)(p[k] <= 32 || p[k] == ',' || p[k] == '-' || p[k] == '/') << k;
    strange |= (uint64_t)(p[k] == '\'' || p[k] == '(' || p[k] == '`' || p[k] >= 128) << k;
  }
#endif
  *odd = strange;
  return gaps;
}

/// Asks for the cache line at `p`; harmless for any address.
static inline __attribute__((always_inline)) void padan_prefetch(const void *p) { __builtin_prefetch(p, 0, 3); }

/// Lets allocations of `least` bytes and more go back to the system as soon as they are freed, and keeps all smaller
/// ones for those that follow: a fresh page costs a fault and its clearing. The allocator's own rules would keep up to
/// 32 MiB of each size, and give back small pieces at the end of the heap only to ask for them again.
static inline void padan_tune_allocator(int least) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, least);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 4 << 20);
#else
  (void)least;
#endif
}

/// Gives what the allocator holds and nobody uses back to the system: between two stages of which the second needs other
/// sizes than the first left.
static inline void padan_return_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
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

// The single-code-point part of ICU's Traditional-Simplified transform, read off in one pass over all of Han.
#include "CICU.h"

#include <stdlib.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

enum {
  FIRST_HAN = 0x2E80,   // CJK Radicals Supplement
  LIMIT_HAN = 0x40000,  // the end of plane 3, the Tertiary Ideographic Plane
  SEPARATOR = 0x0A,     // stands between any two code points, so that no rule with context joins them
};

static UChar32 next_han(UChar32 after) {
  UErrorCode status = U_ZERO_ERROR;
  UChar32 c = after + 1;
  while (c < LIMIT_HAN && uscript_getScript(c, &status) != USCRIPT_HAN) c++;
  return c;
}

static int32_t count_units(void) {
  int32_t units = 0;
  for (UChar32 c = next_han(FIRST_HAN - 1); c < LIMIT_HAN; c = next_han(c)) units += U16_LENGTH(c) + 1;
  return units;
}

static void write_all_han(UChar *text) {
  int32_t length = 0;
  for (UChar32 c = next_han(FIRST_HAN - 1); c < LIMIT_HAN; c = next_han(c)) {
    U16_APPEND_UNSAFE(text, length, c);
    text[length++] = SEPARATOR;
  }
}

/// Walks the transformed text beside the code points it came from.
static int32_t read_pairs(const UChar *text, int32_t length, uint32_t *pairs) {
  int32_t count = 0, i = 0;
  for (UChar32 from = next_han(FIRST_HAN - 1); from < LIMIT_HAN && i < length; from = next_han(from)) {
    UChar32 to = 0;
    int32_t characters = 0;
    while (i < length && text[i] != SEPARATOR) {
      U16_NEXT(text, i, length, to);
      characters++;
    }
    i++;
    if (characters != 1 || to == from) continue;
    pairs[2 * count] = (uint32_t)from;
    pairs[2 * count + 1] = (uint32_t)to;
    count++;
  }
  return count;
}

static UErrorCode transform(UChar *text, int32_t *length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar id[32];
  u_uastrcpy(id, "Traditional-Simplified");
  UTransliterator *simplifier = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  int32_t limit = *length;
  utrans_transUChars(simplifier, text, length, capacity, 0, &limit, &status);
  utrans_close(simplifier);
  return status;
}

int32_t cicu_simplified_pairs(uint32_t **pairs, int32_t *count) {
  int32_t length = count_units();
  int32_t capacity = 2 * length;  // ICU reports an overflow should a later version's rules outgrow it
  UChar *text = malloc((size_t)capacity * sizeof(UChar));
  uint32_t *found = malloc((size_t)length * sizeof(uint32_t));  // at most length / 2 pairs
  UErrorCode status = U_MEMORY_ALLOCATION_ERROR;
  if (text != NULL && found != NULL) {
    write_all_han(text);
    status = transform(text, &length, capacity);
  }
  if (U_SUCCESS(status)) {
    *count = read_pairs(text, length, found);
    *pairs = found;
  } else {
    free(found);
  }
  free(text);
  return status;
}

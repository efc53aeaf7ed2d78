// Decodes bytes of any charset to UTF-8 in chunks and notes the exact place of everything that cannot be decoded.
//
// ICU stops at every undecodable sequence (the stop callback) and stands behind it; its length leads back to where
// it begins. That holds because ICU always sees all the rest of the input: bytes that it takes back after a failed
// sequence are then taken back in the input itself, not from its memory of an earlier buffer.
#include "CICU.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum {
  PIVOT_UNITS = 4096,          // guess: input and output of a step stay in the level 1 and 2 caches
  STEP_BYTES = 3 * PIVOT_UNITS + 6,  // UTF-8 of a full pivot, of a lead surrogate before it and of a U+FFFD behind it
  CHUNK_BYTES = 64 * 1024,     // guess: few calls, little memory
};

struct cicu_charset {
  UConverter *converter;
  const char *start, *position, *end;
  bool finished;
  UChar lead;  // a lead surrogate whose trail is still to come, or 0
  int32_t lead_offset;
  int64_t malformed_count;
  int32_t malformed[CICU_MALFORMED_KEPT];
  int32_t used;  // bytes in chunk
  UChar pivot[PIVOT_UNITS];
  int32_t offsets[PIVOT_UNITS];
  uint8_t chunk[CHUNK_BYTES];
};

int32_t cicu_charset_is_known(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes the empty name for the one of the environment.
  return name[0] != 0 && ucnv_countAliases(name, &status) > 0 && U_SUCCESS(status);
}

int32_t cicu_charset_open(const char *name, cicu_charset **charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  cicu_charset *opened = U_SUCCESS(status) ? calloc(1, sizeof *opened) : NULL;
  if (opened == NULL) {
    ucnv_close(converter);
    return U_FAILURE(status) ? status : U_MEMORY_ALLOCATION_ERROR;
  }
  opened->converter = converter;
  opened->finished = true;
  *charset = opened;
  return status;
}

void cicu_charset_close(cicu_charset *charset) {
  ucnv_close(charset->converter);
  free(charset);
}

void cicu_charset_begin(cicu_charset *charset, const uint8_t *bytes, int32_t length) {
  ucnv_reset(charset->converter);
  charset->start = charset->position = (const char *)bytes;
  charset->end = charset->start + length;
  charset->finished = false;
  charset->lead = 0;
  charset->malformed_count = 0;
}

int64_t cicu_charset_malformed(const cicu_charset *charset, const int32_t **offsets) {
  *offsets = charset->malformed;
  return charset->malformed_count;
}

static void append(cicu_charset *charset, UChar32 character) {
  U8_APPEND_UNSAFE(charset->chunk, charset->used, character);
}

static void append_malformed(cicu_charset *charset, int32_t offset) {
  if (charset->malformed_count < CICU_MALFORMED_KEPT) charset->malformed[charset->malformed_count] = offset;
  charset->malformed_count++;
  append(charset, 0xFFFD);
}

static void end_lone_lead(cicu_charset *charset) {
  if (charset->lead == 0) return;
  charset->lead = 0;
  append_malformed(charset, charset->lead_offset);
}

/// Appends the pivot's UTF-16. Some converters (UTF-7, CESU-8) let lone surrogates through; they count as malformed.
static void append_pivot(cicu_charset *charset, int32_t count, int32_t base) {
  for (int32_t i = 0; i < count; i++) {
    UChar unit = charset->pivot[i];
    if (charset->lead != 0 && U16_IS_TRAIL(unit)) {
      append(charset, U16_GET_SUPPLEMENTARY(charset->lead, unit));
      charset->lead = 0;
      continue;
    }
    end_lone_lead(charset);
    int32_t offset = base + (charset->offsets[i] < 0 ? 0 : charset->offsets[i]);
    if (U16_IS_LEAD(unit)) {
      charset->lead = unit;
      charset->lead_offset = offset;
    } else if (U16_IS_TRAIL(unit)) {
      append_malformed(charset, offset);
    } else {
      append(charset, unit);
    }
  }
}

static bool is_malformed(UErrorCode status) {
  return status == U_INVALID_CHAR_FOUND || status == U_TRUNCATED_CHAR_FOUND || status == U_ILLEGAL_CHAR_FOUND ||
         status == U_ILLEGAL_ESCAPE_SEQUENCE || status == U_UNSUPPORTED_ESCAPE_SEQUENCE;
}

/// Decodes until the pivot is full, an undecodable sequence was met or nothing is left.
static UErrorCode step(cicu_charset *charset) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *target = charset->pivot;
  int32_t base = (int32_t)(charset->position - charset->start);
  ucnv_toUnicode(charset->converter, &target, charset->pivot + PIVOT_UNITS, &charset->position, charset->end,
                 charset->offsets, true, &status);
  append_pivot(charset, (int32_t)(target - charset->pivot), base);
  if (status == U_BUFFER_OVERFLOW_ERROR) return U_ZERO_ERROR;
  end_lone_lead(charset);
  if (is_malformed(status)) {
    char bytes[32];
    int8_t length = sizeof bytes;
    status = U_ZERO_ERROR;
    ucnv_getInvalidChars(charset->converter, bytes, &length, &status);
    if (U_SUCCESS(status)) append_malformed(charset, (int32_t)(charset->position - charset->start) - length);
  } else {
    charset->finished = true;
  }
  return status;
}

int32_t cicu_charset_next(cicu_charset *charset, const uint8_t **utf8, int32_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  charset->used = 0;
  while (!charset->finished && U_SUCCESS(status) && charset->used + STEP_BYTES <= CHUNK_BYTES) status = step(charset);
  *utf8 = charset->chunk;
  *count = charset->used;
  return status;
}

// Syllables of Han characters without their tones, and which characters are common enough to ask for.
#include "CICU.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

enum {
  SEPARATOR = 0x0A,     // stands behind every character, so that no rule for longer words applies
  SYLLABLE_UNITS = 16,  // room for a character's syllable and separator; ICU reports an overflow should it not fit
  DIAERESIS = 0x0308,
};

int32_t cicu_common_han(uint32_t **characters, int32_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *charset = ucnv_open("GB2312", &status);
  USet *set = uset_openEmpty();
  ucnv_getUnicodeSet(charset, set, UCNV_ROUNDTRIP_SET, &status);
  int32_t size = uset_size(set), found = 0;
  uint32_t *result = malloc(((size_t)size + 1) * sizeof(uint32_t));
  if (result == NULL && U_SUCCESS(status)) status = U_MEMORY_ALLOCATION_ERROR;
  for (int32_t i = 0; i < size && U_SUCCESS(status); i++) {
    UChar32 c = uset_charAt(set, i);
    if (uscript_hasScript(c, USCRIPT_HAN) && u_charType(c) == U_OTHER_LETTER) result[found++] = (uint32_t)c;
  }
  uset_close(set);
  ucnv_close(charset);
  if (U_FAILURE(status)) {
    free(result);
    return status;
  }
  *characters = result;
  *count = found;
  return status;
}

static UErrorCode transliterate(const uint32_t *characters, int32_t count, UChar *text, int32_t *length) {
  UErrorCode status = U_ZERO_ERROR;
  UChar id[16];
  u_uastrcpy(id, "Han-Latin");
  UTransliterator *reader = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return status;
  *length = 0;
  for (int32_t i = 0; i < count; i++) {
    // What is not Han would come out as it went in: letters, and line feeds that nobody separates by.
    bool is_han = characters[i] <= 0x10FFFF && uscript_hasScript((UChar32)characters[i], USCRIPT_HAN);
    UChar32 c = is_han ? (UChar32)characters[i] : 0xFFFD;
    U16_APPEND_UNSAFE(text, *length, c);
    text[(*length)++] = SEPARATOR;
  }
  int32_t limit = *length;
  utrans_transUChars(reader, text, length, SYLLABLE_UNITS * count, 0, &limit, &status);
  utrans_close(reader);
  return status;
}

/// Writes the letters of decomposed text as ASCII lines. `ü` has two code points there and becomes `v`.
static int32_t write_ascii(const UChar *text, int32_t length, uint8_t *ascii) {
  int32_t written = 0;
  for (int32_t i = 0; i < length; i++) {
    UChar unit = text[i];
    if (unit == SEPARATOR || (unit >= 'a' && unit <= 'z')) ascii[written++] = (uint8_t)unit;
    if (unit == DIAERESIS && written > 0 && ascii[written - 1] == 'u') ascii[written - 1] = 'v';
  }
  return written;
}

int32_t cicu_pinyin(const uint32_t *characters, int32_t count, uint8_t **lines, int32_t *length) {
  if (count < 0 || count > INT32_MAX / (2 * SYLLABLE_UNITS)) return U_INPUT_TOO_LONG_ERROR;
  UErrorCode status = U_MEMORY_ALLOCATION_ERROR;
  int32_t capacity = 2 * SYLLABLE_UNITS * count, toned_length = 0;
  UChar *toned = malloc(((size_t)capacity + 1) * sizeof(UChar));
  UChar *decomposed = malloc(((size_t)capacity + 1) * sizeof(UChar));
  uint8_t *ascii = malloc((size_t)capacity + 1);
  if (toned != NULL && decomposed != NULL && ascii != NULL) {
    status = transliterate(characters, count, toned, &toned_length);
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    int32_t units = unorm2_normalize(nfd, toned, toned_length, decomposed, capacity, &status);
    if (U_SUCCESS(status)) {
      *length = write_ascii(decomposed, units, ascii);
      *lines = ascii;
      ascii = NULL;
    }
  }
  free(toned);
  free(decomposed);
  free(ascii);
  return status;
}

// NFKC, by way of UTF-16 because ICU's C interface has no other.
#include "CICU.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/// UTF-16 in memory of its own.
typedef struct {
  UChar *units;
  int32_t length;
} utf16;

static UErrorCode decode(const uint8_t *utf8, int32_t length, utf16 *result) {
  UErrorCode status = U_ZERO_ERROR;
  result->units = malloc(((size_t)length + 1) * sizeof(UChar));  // no UTF-8 becomes longer in units
  if (result->units == NULL) return U_MEMORY_ALLOCATION_ERROR;
  u_strFromUTF8WithSub(result->units, length, &result->length, (const char *)utf8, length, 0xFFFD, NULL, &status);
  return status;
}

static UErrorCode normalize(utf16 text, utf16 *result) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
  result->length = text.length;
  do {
    // At first as long as the text, which nearly always suffices; then as long as ICU says.
    int32_t capacity = result->length;
    free(result->units);
    result->units = malloc(((size_t)capacity + 1) * sizeof(UChar));
    if (result->units == NULL) return U_MEMORY_ALLOCATION_ERROR;
    if (status == U_BUFFER_OVERFLOW_ERROR) status = U_ZERO_ERROR;
    result->length = unorm2_normalize(nfkc, text.units, text.length, result->units, capacity, &status);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return status;
}

static UErrorCode encode(utf16 text, uint8_t **result, int32_t *result_length) {
  UErrorCode status = U_ZERO_ERROR;
  if (text.length > INT32_MAX / 3) return U_INPUT_TOO_LONG_ERROR;
  int32_t capacity = text.length * 3;
  uint8_t *bytes = malloc((size_t)capacity + 1);
  if (bytes == NULL) return U_MEMORY_ALLOCATION_ERROR;
  u_strToUTF8((char *)bytes, capacity, result_length, text.units, text.length, &status);
  if (U_FAILURE(status)) {
    free(bytes);
    return status;
  }
  *result = bytes;
  return status;
}

int32_t cicu_nfkc(const uint8_t *utf8, int32_t length, uint8_t **result, int32_t *result_length) {
  utf16 text = {0}, normalized = {0};
  UErrorCode status = decode(utf8, length, &text);
  if (U_SUCCESS(status)) status = normalize(text, &normalized);
  if (U_SUCCESS(status)) status = encode(normalized, result, result_length);
  free(text.units);
  free(normalized.units);
  return status;
}

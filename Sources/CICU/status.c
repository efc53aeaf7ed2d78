// ICU's error codes in a closed set of classes, and its versions.
#include "CICU.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

cicu_failure cicu_failure_of(int32_t status) {
  if (U_SUCCESS((UErrorCode)status)) return CICU_SUCCESS;
  switch (status) {
    case U_MISSING_RESOURCE_ERROR:
    case U_FILE_ACCESS_ERROR:
    case U_INVALID_FORMAT_ERROR:
    case U_INVALID_ID:
      return CICU_DATA_MISSING;
    case U_ILLEGAL_ARGUMENT_ERROR:
    case U_INDEX_OUTOFBOUNDS_ERROR:
    case U_INVALID_CHAR_FOUND:
    case U_INPUT_TOO_LONG_ERROR:
      return CICU_INVALID_INPUT;
    case U_MEMORY_ALLOCATION_ERROR:
      return CICU_OUT_OF_MEMORY;
    default:
      return CICU_INTERNAL;
  }
}

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

_Static_assert(U_MAX_VERSION_STRING_LENGTH <= 20, "the header promises that 20 bytes suffice");

void cicu_versions(char icu[20], char unicode[20]) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, icu);
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode);
}

void cicu_free(void *memory) { free(memory); }

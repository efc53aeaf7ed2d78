// Word boundaries of UTF-8 text, handed over in bulk: one call per few thousand words instead of two per word.
#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_words {
  UBreakIterator *iterator;
  UText *text;
};

int32_t cicu_words_open(const char *locale, cicu_words **words) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return status;
  cicu_words *opened = calloc(1, sizeof *opened);
  if (opened == NULL) {
    ubrk_close(iterator);
    return U_MEMORY_ALLOCATION_ERROR;
  }
  opened->iterator = iterator;
  *words = opened;
  return status;
}

void cicu_words_close(cicu_words *words) {
  ubrk_close(words->iterator);
  utext_close(words->text);
  free(words);
}

int32_t cicu_words_begin(cicu_words *words, const uint8_t *utf8, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  // An open UText is used again, so a short text costs no allocation.
  words->text = utext_openUTF8(words->text, (const char *)utf8, length, &status);
  ubrk_setUText(words->iterator, words->text, &status);
  return status;
}

static uint8_t kind_of(int32_t rule_status) {
  if (rule_status < UBRK_WORD_NONE_LIMIT) return CICU_WORD_NONE;
  if (rule_status < UBRK_WORD_NUMBER_LIMIT) return CICU_WORD_NUMBER;
  if (rule_status < UBRK_WORD_LETTER_LIMIT) return CICU_WORD_LETTER;
  if (rule_status < UBRK_WORD_KANA_LIMIT) return CICU_WORD_KANA;
  return CICU_WORD_IDEOGRAPH;
}

int32_t cicu_words_next(cicu_words *words, int32_t *ends, uint8_t *kinds, int32_t capacity) {
  for (int32_t written = 0; written < capacity; written++) {
    int32_t end = ubrk_next(words->iterator);
    if (end == UBRK_DONE) return written;
    ends[written] = end;
    kinds[written] = kind_of(ubrk_getRuleStatus(words->iterator));
  }
  return capacity;
}

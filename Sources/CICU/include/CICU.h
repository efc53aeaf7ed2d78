// The part of ICU that Suoyin uses, in opaque types and integers: no ICU header may be included here, because
// Foundation's own copy of ICU defines the same types and no Swift file could then import both.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---- Status: ICU's UErrorCode as an integer. Above 0 is a failure; 0 and warnings (below 0) are successes.

typedef enum {
  CICU_SUCCESS,
  CICU_DATA_MISSING,
  CICU_INVALID_INPUT,
  CICU_OUT_OF_MEMORY,
  CICU_INTERNAL,
} cicu_failure;

/// The class a status belongs to.
cicu_failure cicu_failure_of(int32_t status);

/// ICU's own name of a status, such as "U_FILE_ACCESS_ERROR"; never freed.
const char *cicu_status_name(int32_t status);

/// The versions of ICU and of Unicode that are linked at run time, as "72.1"; each buffer holds 20 bytes.
void cicu_versions(char icu[20], char unicode[20]);

/// Gives back what another function here allocated.
void cicu_free(void *memory);

// ---- Words

typedef struct cicu_words cicu_words;

enum { CICU_WORD_NONE, CICU_WORD_NUMBER, CICU_WORD_LETTER, CICU_WORD_KANA, CICU_WORD_IDEOGRAPH };

/// Opens a word break iterator. It takes a lock and reads the dictionary; keep one per thread.
int32_t cicu_words_open(const char *locale, cicu_words **words);
void cicu_words_close(cicu_words *words);

/// Sets the text, which must stay where it is until the last boundary was read.
int32_t cicu_words_begin(cicu_words *words, const uint8_t *utf8, int32_t length);

/// Writes the ends (UTF-8 byte offsets) and kinds of up to `capacity` further segments.
///
/// Fewer than `capacity` means that there are no more, for whatever reason: ICU reports no error here. The caller
/// must see that the last end is the length of the text.
int32_t cicu_words_next(cicu_words *words, int32_t *ends, uint8_t *kinds, int32_t capacity);

// ---- Charsets

typedef struct cicu_charset cicu_charset;

/// How many places of undecodable bytes are kept; further ones are only counted.
enum { CICU_MALFORMED_KEPT = 100 };

/// Whether ICU's alias table has this name; its data may still lack the charset. No other name may be opened: ICU
/// would look for a file of that name.
int32_t cicu_charset_is_known(const char *name);

int32_t cicu_charset_open(const char *name, cicu_charset **charset);
void cicu_charset_close(cicu_charset *charset);

/// Sets the bytes to decode, which must stay where they are until the last chunk was read.
void cicu_charset_begin(cicu_charset *charset, const uint8_t *bytes, int32_t length);

/// Decodes on. `utf8` is a chunk of whole characters, valid until the next call; `count` is 0 after the last one.
int32_t cicu_charset_next(cicu_charset *charset, const uint8_t **utf8, int32_t *count);

/// How many undecodable sequences there were so far, and the byte offsets of the first of them.
int64_t cicu_charset_malformed(const cicu_charset *charset, const int32_t **offsets);

// ---- Whole strings

/// NFKC of a UTF-8 text. `result` is allocated; `cicu_free` gives it back.
int32_t cicu_nfkc(const uint8_t *utf8, int32_t length, uint8_t **result, int32_t *result_length);

/// What ICU's Traditional-Simplified makes of each Han code point, where that is one other code point:
/// `pairs` holds 2 × `count` numbers (from, to, from, to, …), increasing by from. `cicu_free` gives it back.
int32_t cicu_simplified_pairs(uint32_t **pairs, int32_t *count);

// ---- Pinyin

/// The Han characters of GB 2312, increasing. `cicu_free` gives them back.
int32_t cicu_common_han(uint32_t **characters, int32_t *count);

/// The syllable of each code point by ICU's Han-Latin without tones, `ü` as `v`: ASCII letters and a line feed for each,
/// nothing but the line feed where ICU knows none. `cicu_free` gives it back.
int32_t cicu_pinyin(const uint32_t *characters, int32_t count, uint8_t **lines, int32_t *length);

#ifdef __cplusplus
}
#endif

// A C door to the system's libsimdjson: parse one JSON value, read its tape, find places in its text.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How many bytes after the text must be readable (their content does not matter).
enum { CSJ_PADDING = 64 };

typedef struct csj_parser csj_parser;

typedef enum {
  CSJ_OK = 0,
  CSJ_OUT_OF_MEMORY = 1,
  CSJ_TOO_DEEP = 2,
  CSJ_INVALID = 3
} csj_result;

// Whether simdjson's library is there. Make no parser without it.
int csj_has_library(void);

// NULL if there is no memory for it.
csj_parser *csj_parser_make(size_t max_depth);
void csj_parser_free(csj_parser *parser);

// Parses the one JSON value in the text. On CSJ_OK the tape and the strings are valid until the next call.
// CSJ_INVALID also stands for what JSON allows and simdjson does not, such as integers of more than 64 bits.
csj_result csj_parse(csj_parser *parser, const uint8_t *text, size_t length);

// simdjson's tape (its doc/tape.md), with one change: the word after a number's word is not the number but
// its place in the text: offset in the upper half, length in the lower. A spelling, not a double, is what is stored.
const uint64_t *csj_tape(const csj_parser *parser);
size_t csj_tape_count(const csj_parser *parser);

// What the string words of the tape point into: a 32-bit length, then that many bytes of UTF-8.
const uint8_t *csj_strings(const csj_parser *parser);

// Whether the text spells U+0000 anywhere. A backslash escaped just before "u0000" makes it say yes too.
int csj_may_hold_nul(const csj_parser *parser);

// The offset in the text of what the tape has at this index, in time proportional to its distance from the last index
// that was asked for, or to the index if that was not before it.
size_t csj_offset(csj_parser *parser, size_t tape_index);

// Whether the bytes are UTF-8; less than 0 if that can't be said without the library.
int csj_is_utf8(const uint8_t *bytes, size_t count);

// Where one value ends in a text that comes in pieces. Zero it before a value's first byte.
typedef struct {
  uint64_t depth;
  uint8_t in_string;
  uint8_t after_backslash;
  uint8_t in_scalar;
  uint8_t done;
} csj_extent;

// Reads on from where the last piece ended; returns how many of these bytes belong to the value. `done` is set when
// the value is whole; a scalar that is no string ends before the first byte that can't belong to it. Checks nothing:
// the parser does.
size_t csj_extend(csj_extent *extent, const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif

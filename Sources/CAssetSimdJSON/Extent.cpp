#include <cstring>

#include "CAssetSimdJSON.h"

namespace {

constexpr uint64_t kOnes = 0x0101010101010101ull;
constexpr uint64_t kHighs = 0x8080808080808080ull;

inline uint64_t zero_bytes(uint64_t word) { return (word - kOnes) & ~word & kHighs; }

// The first quote or backslash at or after `at`: eight bytes a step, since most of an export is inside strings.
size_t next_in_string(const uint8_t *bytes, size_t at, size_t count) {
  for (; at + 8 <= count; at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes + at, 8);
    if (zero_bytes(word ^ (kOnes * '"')) | zero_bytes(word ^ (kOnes * '\\'))) break;
  }
  while (at < count && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
}

inline bool ends_scalar(uint8_t byte) {
  return byte <= ' ' || byte == ',' || byte == ']' || byte == '}' || byte == ':' || byte == '[' || byte == '{' ||
         byte == '"';
}

// Reads inside a string up to its end or the end of the bytes.
size_t extend_string(csj_extent *extent, const uint8_t *bytes, size_t at, size_t count) {
  while (at < count) {
    if (extent->after_backslash) {
      extent->after_backslash = 0;
      at++;
      continue;
    }
    at = next_in_string(bytes, at, count);
    if (at == count) break;
    if (bytes[at++] == '"') {
      extent->in_string = 0;
      break;
    }
    extent->after_backslash = 1;
  }
  return at;
}

}  // namespace

size_t csj_extend(csj_extent *extent, const uint8_t *bytes, size_t count) {
  size_t at = 0;
  while (at < count) {
    if (extent->in_string) {
      at = extend_string(extent, bytes, at, count);
      if (!extent->in_string && extent->depth == 0) {
        extent->done = 1;
        return at;
      }
      continue;
    }
    if (extent->in_scalar) {
      while (at < count && !ends_scalar(bytes[at])) at++;
      if (at < count) extent->done = 1;
      return at;
    }
    switch (const uint8_t byte = bytes[at++]) {
      case '"': extent->in_string = 1; break;
      case '{': case '[': extent->depth++; break;
      case '}': case ']':
        if (extent->depth > 0) extent->depth--;
        if (extent->depth == 0) {
          extent->done = 1;
          return at;
        }
        break;
      default:
        if (extent->depth == 0 && byte > ' ') extent->in_scalar = 1;
    }
  }
  return at;
}

#include "CAssetSimdJSON.h"

#include <simdjson.h>

#include <cstring>
#include <new>

using namespace simdjson;

static_assert(CSJ_PADDING >= SIMDJSON_PADDING, "simdjson reads further past the text than we promise");

struct csj_parser {
  dom::parser parser;
  const uint8_t *text = nullptr;
  size_t length = 0;
  size_t tape_count = 0;
  // What csj_offset found last: the word after it on the tape, the structural index after it, its offset.
  size_t next_word = 1;
  size_t next_place = 0;
  size_t last_offset = 0;
};

namespace {

enum : uint8_t { kSigned = 'l', kUnsigned = 'u', kDouble = 'd' };

inline uint8_t kind_of(uint64_t word) { return uint8_t(word >> 56); }
inline bool is_number(uint8_t kind) { return kind == kSigned || kind == kUnsigned || kind == kDouble; }

// Walks tape and structural indexes side by side: each value, key and bracket of the tape stands at the next
// structural index that is neither a comma nor a colon.
class Places {
 public:
  explicit Places(const csj_parser &of, size_t first = 0)
      : text_(of.text), begin_(of.parser.implementation->structural_indexes.get()), index_(begin_ + first) {}

  // The offset of the tape's next element.
  size_t next() {
    while (text_[*index_] == ',' || text_[*index_] == ':') index_++;
    return *index_++;
  }

  // How many structural indexes are behind it.
  size_t passed() const { return size_t(index_ - begin_); }

 private:
  const uint8_t *text_;
  const uint32_t *begin_;
  const uint32_t *index_;
};

bool has_numbers(const uint64_t *tape, size_t count) {
  for (size_t i = 1; i < count; i++)
    if (is_number(kind_of(tape[i]))) return true;
  return false;
}

size_t number_length(const uint8_t *text, size_t offset, size_t length) {
  size_t end = offset;
  while (end < length && text[end] > ' ' && text[end] != ',' && text[end] != ']' && text[end] != '}') end++;
  return end - offset;
}

void keep_spellings(csj_parser *of) {
  uint64_t *tape = of->parser.doc.tape.get();
  if (!has_numbers(tape, of->tape_count)) return;
  Places places(*of);
  for (size_t i = 1; i + 1 < of->tape_count; i++) {
    const size_t offset = places.next();
    if (!is_number(kind_of(tape[i]))) continue;
    i++;
    tape[i] = uint64_t(offset) << 32 | number_length(of->text, offset, of->length);
  }
}

}  // namespace

csj_parser *csj_parser_make(size_t max_depth) {
  auto *made = new (std::nothrow) csj_parser;
  if (!made) return nullptr;
  if (made->parser.allocate(4096, max_depth) != SUCCESS) {
    delete made;
    return nullptr;
  }
  return made;
}

void csj_parser_free(csj_parser *parser) { delete parser; }

csj_result csj_parse(csj_parser *parser, const uint8_t *text, size_t length) {
  parser->text = text;
  parser->length = length;
  parser->tape_count = 0;
  parser->next_word = 1;
  parser->next_place = 0;
  dom::element root;
  const auto error = parser->parser.parse(text, length, false).get(root);
  switch (error) {
    case SUCCESS: break;
    case MEMALLOC: return CSJ_OUT_OF_MEMORY;
    case DEPTH_ERROR: return CSJ_TOO_DEEP;
    default: return CSJ_INVALID;
  }
  parser->tape_count = size_t(parser->parser.doc.tape[0] & ((uint64_t(1) << 56) - 1));
  keep_spellings(parser);
  return CSJ_OK;
}

const uint64_t *csj_tape(const csj_parser *parser) { return parser->parser.doc.tape.get(); }
size_t csj_tape_count(const csj_parser *parser) { return parser->tape_count; }
const uint8_t *csj_strings(const csj_parser *parser) { return parser->parser.doc.string_buf.get(); }

int csj_may_hold_nul(const csj_parser *parser) {
  // Most texts spell no character by its number: this loop, of which the compiler makes vector code, is through with
  // them in a fourth of the time that a search takes.
  const uint8_t *text = parser->text;
  uint8_t found = 0;
  for (size_t i = 0; i + 1 < parser->length; i++) found |= uint8_t((text[i] == '\\') & (text[i + 1] == 'u'));
  return found && memmem(text, parser->length, "\\u0000", 6) != nullptr;
}

size_t csj_offset(csj_parser *parser, size_t tape_index) {
  const uint64_t *tape = parser->parser.doc.tape.get();
  if (tape_index < parser->next_word) {
    parser->next_word = 1;
    parser->next_place = 0;
  }
  Places places(*parser, parser->next_place);
  size_t word = parser->next_word;
  while (word <= tape_index && word + 1 < parser->tape_count) {
    parser->last_offset = places.next();
    word += is_number(kind_of(tape[word])) ? 2 : 1;
  }
  parser->next_word = word;
  parser->next_place = places.passed();
  return parser->last_offset;
}

int csj_is_utf8(const uint8_t *bytes, size_t count) {
  // Most texts are ASCII, which needs no library.
  uint8_t all = 0;
  for (size_t i = 0; i < count; i++) all |= bytes[i];
  if (all < 0x80) return 1;
  if (!csj_has_library()) return -1;
  return get_active_implementation()->validate_utf8(reinterpret_cast<const char *>(bytes), count);
}

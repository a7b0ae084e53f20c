#pragma once
#include <sqlite3.h>
#include <string.h>

// Swift can't call C functions with variable arguments; these are the ones the SQLite module needs.

static inline int csqlite_db_config_flag(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

static inline int csqlite_config_flag(int option, int value) {
  return sqlite3_config(option, value);
}

// SQLITE_STATIC: the caller keeps the bytes alive until the parameter is bound anew or cleared.

static inline int csqlite_bind_static_text(
    sqlite3_stmt *statement, int index, const char *text, unsigned long long count) {
  return sqlite3_bind_text64(statement, index, text, count, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int csqlite_bind_static_blob(
    sqlite3_stmt *statement, int index, const void *bytes, unsigned long long count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_STATIC);
}

static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, unsigned long long count) {
  return sqlite3_bind_text64(statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline void csqlite_result_text(
    sqlite3_context *context, const char *text, unsigned long long count) {
  sqlite3_result_text64(context, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline void csqlite_result_blob(
    sqlite3_context *context, const void *bytes, unsigned long long count) {
  sqlite3_result_blob64(context, bytes, count, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, unsigned long long count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Reads bytes of the file itself, past SQLite's cache. What is behind its end reads as zeros.
static inline int csqlite_read_file(
    sqlite3 *db, void *bytes, int count, sqlite3_int64 offset) {
  sqlite3_file *file = 0;
  int code = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK) return code;
  if (!file || !file->pMethods) return SQLITE_NOTFOUND;
  return file->pMethods->xRead(file, bytes, count, offset);
}

// What a column of a row holds: its storage class, and its number or its bytes. It looks the value up once, where
// sqlite3_column_type, _blob and _bytes do it three times. No other thread may use the connection meanwhile.
typedef struct {
  int type;
  int count;
  const void *bytes;
  sqlite3_int64 integer;
  double real;
} csqlite_content;

static inline csqlite_content csqlite_column(sqlite3_stmt *statement, int index) {
  sqlite3_value *value = sqlite3_column_value(statement, index);
  csqlite_content content = {sqlite3_value_type(value), 0, 0, 0, 0};
  switch (content.type) {
    case SQLITE_INTEGER: content.integer = sqlite3_value_int64(value); break;
    case SQLITE_FLOAT: content.real = sqlite3_value_double(value); break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      content.bytes = sqlite3_value_blob(value);
      content.count = content.bytes ? sqlite3_value_bytes(value) : 0;
  }
  return content;
}

// Whether two texts have the same bytes.
static inline int csqlite_is_same(const void *one, const void *other, unsigned long long count) {
  return memcmp(one, other, (size_t)count) == 0;
}

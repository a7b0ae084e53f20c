#pragma once
#include <zlib.h>
#include <zstd.h>

// A macro in zlib, which Swift does not see. 15 is the largest window, 16 says gzip and nothing else.
static inline int ccompression_gzip_begin(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

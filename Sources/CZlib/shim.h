// zlib, which inflates what archives and PDF files hold. Only FilePolicy and its tests import it.
#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot read (zlib.h).
static inline int hakusho_inflate_init(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

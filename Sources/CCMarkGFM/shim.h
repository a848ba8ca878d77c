// The C library that parses Markdown. Only the room Markdown imports it.
#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

// Node types that the extensions add when they are registered (strikethrough.h and table.h of
// the library's sources, which its packages do not install).
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

// Whether a code point counts as punctuation in the rules for emphasis (utf8.h).
int cmark_utf8proc_is_punctuation(int32_t scalar);

static inline unsigned hakusho_table_type(void) { return CMARK_NODE_TABLE; }
static inline unsigned hakusho_table_row_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned hakusho_table_cell_type(void) { return CMARK_NODE_TABLE_CELL; }
static inline unsigned hakusho_strikethrough_type(void) { return CMARK_NODE_STRIKETHROUGH; }
static inline size_t hakusho_length(const char *text) { return text ? strlen(text) : 0; }

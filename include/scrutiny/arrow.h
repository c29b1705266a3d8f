/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>
#include <stdint.h>

/* Raw addresses are nothing for a language that cannot see what is behind them. */
#ifndef __GI_SCANNER__

G_BEGIN_DECLS

/* The Arrow C data interface, which is these structures and nothing else; as in its
 * specification, so that one copy does where several headers have one.
 */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release) (struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release) (struct ArrowArray *);
  void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema) (struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next) (struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error) (struct ArrowArrayStream *);
  void (*release) (struct ArrowArrayStream *);
  void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_import_arrow (struct ArrowSchema *schema,
                                            struct ArrowArray *array,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_table_import_arrow_stream (struct ArrowArrayStream *stream, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_table_export_arrow (ScrutinyTable *self,
                                  struct ArrowSchema *schema,
                                  struct ArrowArray *array);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_table_export_arrow_stream (ScrutinyTable *self, struct ArrowArrayStream *stream);

G_END_DECLS

#endif

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/arrow.h>

#include <math.h>
#include <string.h>

/* --- What the columns are ------------------------------------------------------------------ */

static void
release_schema (struct ArrowSchema *schema)
{
  for (gint64 k = 0; k < schema->n_children; k++) {
    if (schema->children[k]->release)
      schema->children[k]->release (schema->children[k]);
    g_free (schema->children[k]);
  }
  g_free (schema->children);
  g_free ((char *) schema->name);
  schema->release = NULL;
}

static void
init_schema (struct ArrowSchema *schema, const char *format, const char *name)
{
  *schema = (struct ArrowSchema){
    .format = format,
    .name = g_strdup (name),
    .flags = ARROW_FLAG_NULLABLE,
    .release = release_schema,
  };
}

static void
export_schema (ScrutinyTable *table, struct ArrowSchema *schema)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const guint n = g_strv_length (names);

  init_schema (schema, "+s", "");
  schema->flags = 0;
  schema->n_children = n;
  schema->children = g_new0 (struct ArrowSchema *, n + 1);
  for (guint k = 0; k < n; k++) {
    schema->children[k] = g_new0 (struct ArrowSchema, 1);
    init_schema (schema->children[k], scrutiny_table_is_text (table, names[k]) ? "U" : "g",
                 names[k]);
  }
}

/* --- The columns -------------------------------------------------------------------------- */

/* What an array lends. */
typedef struct {
  const void *buffers[3];
  GBytes *numbers; /* of the table; NULL */
  guint8 *validity;
  gint64 *offsets;
  char *bytes;
} Lent;

static void
release_array (struct ArrowArray *array)
{
  Lent *lent = array->private_data;

  for (gint64 k = 0; k < array->n_children; k++) {
    if (array->children[k]->release)
      array->children[k]->release (array->children[k]);
    g_free (array->children[k]);
  }
  g_free (array->children);
  g_clear_pointer (&lent->numbers, g_bytes_unref);
  g_free (lent->validity);
  g_free (lent->offsets);
  g_free (lent->bytes);
  g_free (lent);
  array->release = NULL;
}

static Lent *
init_array (struct ArrowArray *array, gsize n, gint64 n_buffers)
{
  Lent *lent = g_new0 (Lent, 1);

  *array = (struct ArrowArray){
    .length = (gint64) n,
    .n_buffers = n_buffers,
    .buffers = lent->buffers,
    .release = release_array,
    .private_data = lent,
  };

  return lent;
}

/* A bit for each that is there. */
static void
mark_missing (struct ArrowArray *array, gsize i)
{
  Lent *lent = array->private_data;

  if (!lent->validity) {
    const gsize size = ((gsize) array->length + 7) / 8;

    lent->validity = g_malloc (size);
    memset (lent->validity, 0xff, size);
    lent->buffers[0] = lent->validity;
  }
  lent->validity[i / 8] &= (guint8) ~(1 << i % 8);
  array->null_count++;
}

/* The numbers are those of the table, not copied. */
static void
export_numbers (ScrutinyTable *table, const char *name, struct ArrowArray *array)
{
  gsize n;
  const double *numbers = scrutiny_table_get_doubles (table, name, &n);
  Lent *lent = init_array (array, n, 2);

  lent->numbers = g_bytes_ref (scrutiny_table_get_bytes (table, name));
  lent->buffers[1] = numbers;
  for (gsize i = 0; i < n; i++)
    if (isnan (numbers[i]))
      mark_missing (array, i);
}

static void
export_texts (ScrutinyTable *table, const char *name, struct ArrowArray *array)
{
  const char *const *texts = scrutiny_table_get_texts (table, name);
  const gsize n = scrutiny_table_get_n_rows (table);
  Lent *lent = init_array (array, n, 3);
  GString *bytes = g_string_new (NULL);

  lent->offsets = g_new0 (gint64, n + 1);
  for (gsize i = 0; i < n; i++) {
    if (!*texts[i])
      mark_missing (array, i);
    g_string_append (bytes, texts[i]);
    lent->offsets[i + 1] = (gint64) bytes->len;
  }
  lent->bytes = g_string_free (bytes, FALSE);
  lent->buffers[1] = lent->offsets;
  lent->buffers[2] = lent->bytes;
}

static void
export_array (ScrutinyTable *table, struct ArrowArray *array)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const guint n = g_strv_length (names);

  init_array (array, scrutiny_table_get_n_rows (table), 1);
  array->n_children = n;
  array->children = g_new0 (struct ArrowArray *, n + 1);
  for (guint k = 0; k < n; k++) {
    array->children[k] = g_new0 (struct ArrowArray, 1);
    if (scrutiny_table_is_text (table, names[k]))
      export_texts (table, names[k], array->children[k]);
    else
      export_numbers (table, names[k], array->children[k]);
  }
}

/**
 * scrutiny_table_export_arrow: (skip)
 * @self: a table
 * @schema: (out caller-allocates): what the columns are; release it
 * @array: (out caller-allocates): the columns; release it
 *
 * Gives a table as a record batch in the Arrow C data interface: columns of doubles, which are not
 * copied, and of large texts; what is missing is null. Either may outlive the table and be
 * released on any thread.
 *
 * Since: 0.1
 */
void
scrutiny_table_export_arrow (ScrutinyTable *self,
                             struct ArrowSchema *schema,
                             struct ArrowArray *array)
{
  g_return_if_fail (SCRUTINY_IS_TABLE (self));
  g_return_if_fail (schema != NULL && array != NULL);

  export_schema (self, schema);
  export_array (self, array);
}

/* --- As a stream of one ----------------------------------------------------------------------- */

typedef struct {
  ScrutinyTable *table;
  gboolean is_given;
} Source;

static int
get_schema (struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
  Source *source = stream->private_data;

  export_schema (source->table, schema);

  return 0;
}

static int
get_next (struct ArrowArrayStream *stream, struct ArrowArray *array)
{
  Source *source = stream->private_data;

  if (source->is_given)
    *array = (struct ArrowArray){ .release = NULL };
  else
    export_array (source->table, array);
  source->is_given = TRUE;

  return 0;
}

static const char *
get_last_error (struct ArrowArrayStream *stream)
{
  (void) stream;

  return NULL;
}

static void
release_stream (struct ArrowArrayStream *stream)
{
  Source *source = stream->private_data;

  g_object_unref (source->table);
  g_free (source);
  stream->release = NULL;
}

/**
 * scrutiny_table_export_arrow_stream: (skip)
 * @self: a table
 * @stream: (out caller-allocates): the columns as one record batch; release it
 *
 * Gives a table in the Arrow C stream interface, as [method@Table.export_arrow] does.
 *
 * Since: 0.1
 */
void
scrutiny_table_export_arrow_stream (ScrutinyTable *self, struct ArrowArrayStream *stream)
{
  g_return_if_fail (SCRUTINY_IS_TABLE (self));
  g_return_if_fail (stream != NULL);

  Source *source = g_new0 (Source, 1);
  source->table = g_object_ref (self);
  *stream = (struct ArrowArrayStream){
    .get_schema = get_schema,
    .get_next = get_next,
    .get_last_error = get_last_error,
    .release = release_stream,
    .private_data = source,
  };
}

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/arrow-column.h"

#include "base/error-private.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define MOST_SHOWN 40
#define MOST_WHOLE \
  (G_GINT64_CONSTANT (1) << 53) /* beyond it not every whole number is a double \
                                 */
#define SHORT_VIEW 12           /* bytes that a view holds itself */
#define DAY (24 * 60 * 60)

typedef double (*GetNumber) (const void *values, gint64 i);

#define GET(name, type) \
  static double get_##name (const void *values, gint64 i) \
  { \
    return (double) ((const type *) values)[i]; \
  }
GET (f, float)
GET (g, double)
GET (c, gint8)
GET (C, guint8)
GET (s, gint16)
GET (S, guint16)
GET (i, gint32)
GET (I, guint32)
GET (l, gint64)
GET (L, guint64)

static double
get_bit (const void *values, gint64 i)
{
  return ((const guint8 *) values)[i / 8] >> (i % 8) & 1;
}

static double
get_nothing (const void *values, gint64 i)
{
  (void) values;
  (void) i;

  return NAN;
}

static const struct {
  char format;
  GetNumber get;
} numbers[] = {
  { 'f', get_f }, { 'g', get_g }, { 'c', get_c },   { 'C', get_C },
  { 's', get_s }, { 'S', get_S }, { 'i', get_i },   { 'I', get_I },
  { 'l', get_l }, { 'L', get_L }, { 'b', get_bit }, { 'n', get_nothing },
};

static GetNumber
find_getter (const char *format)
{
  if (strlen (format) != 1)
    return NULL;
  for (gsize k = 0; k < G_N_ELEMENTS (numbers); k++)
    if (numbers[k].format == format[0])
      return numbers[k].get;

  return NULL;
}

/* Parts of a second in its unit; 0 of what is no time stamp. */
static gint64
parts_of_second (const char *format)
{
  static const char units[] = "smun";
  gint64 parts = 1;

  if (strncmp (format, "ts", 2) != 0)
    return 0;
  for (gsize k = 0; units[k]; k++, parts *= 1000)
    if (format[2] == units[k])
      return parts;

  return 0;
}

static gboolean
is_of_texts (const char *format)
{
  return g_str_equal (format, "u") || g_str_equal (format, "U") || g_str_equal (format, "vu") ||
         g_str_equal (format, "tdD") || parts_of_second (format) > 0;
}

static gboolean
refuse_format (const struct ArrowSchema *schema, GError **error)
{
  g_autofree char *name = printable_dup (schema->name ? schema->name : "", MOST_SHOWN);
  g_autofree char *format = printable_dup (schema->format, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, schema->name, NULL,
                         "Arrow: column “%s” has the format “%s”; hand in numbers, texts or dates",
                         name, format);

  return FALSE;
}

/* A time stamp may name its zone, in which its day is meant: "tss:Europe/London". */
static gboolean
find_zone (ArrowColumn *self, const char *format, GError **error)
{
  const char *zone = parts_of_second (format) > 0 && format[3] == ':' ? format + 4 : "";
  g_autofree char *name = printable_dup (self->name, MOST_SHOWN);
  g_autofree char *said = printable_dup (zone, MOST_SHOWN);

  if (*zone)
    self->zone = g_time_zone_new_identifier (zone);
  if (!*zone || self->zone)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, self->name, NULL,
                         "Arrow: column “%s”: the time zone “%s” is not known here; hand in dates",
                         name, said);

  return FALSE;
}

gboolean
arrow_column_init (ArrowColumn *self, const struct ArrowSchema *schema, GError **error)
{
  const struct ArrowSchema *values = schema->dictionary ? schema->dictionary : schema;
  const gboolean is_known = !values->dictionary &&
                            (is_of_texts (values->format) || find_getter (values->format)) &&
                            (values == schema || find_getter (schema->format));

  *self = (ArrowColumn){ 0 };
  if (!is_known)
    return refuse_format (schema, error);
  self->name = g_strdup (schema->name ? schema->name : "");
  self->is_text = is_of_texts (values->format);
  if (self->is_text)
    self->texts = g_ptr_array_new_with_free_func (g_free);
  else
    self->numbers = g_array_new (FALSE, FALSE, sizeof (double));

  if (find_zone (self, values->format, error))
    return TRUE;
  arrow_column_clear (self);

  return FALSE;
}

void
arrow_column_clear (gpointer data)
{
  ArrowColumn *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

static gboolean
refuse_value (const ArrowColumn *self, const char *what, GError **error)
{
  const gsize row = (self->is_text ? self->texts->len : self->numbers->len) + 1;
  g_autofree char *name = printable_dup (self->name, MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row, self->name, NULL,
                         "Arrow: row %" G_GSIZE_FORMAT ", column “%s”: %s", row, name, what);

  return FALSE;
}

gboolean
arrow_is_missing (const struct ArrowArray *array, gint64 i)
{
  const guint8 *validity =
      array->n_buffers > 0 && array->null_count != 0 ? array->buffers[0] : NULL;

  return validity && !(validity[i / 8] >> (i % 8) & 1);
}

/* Compared as whole numbers: as a double 2^53 + 1 would be 2^53. */
static gboolean
is_kept (GetNumber get, const void *values, gint64 i)
{
  const gint64 number = get == get_l ? ((const gint64 *) values)[i] : 0;

  if (get == get_L)
    return ((const guint64 *) values)[i] <= MOST_WHOLE;

  return -MOST_WHOLE <= number && number <= MOST_WHOLE;
}

static gboolean
append_number (ArrowColumn *self,
               const struct ArrowSchema *schema,
               const struct ArrowArray *array,
               gint64 i,
               GError **error)
{
  const GetNumber get = find_getter (schema->format);
  const gboolean is_null = get == get_nothing || arrow_is_missing (array, i);
  const double number = is_null ? NAN : get (array->buffers[1], i);

  if (!is_null && !is_kept (get, array->buffers[1], i))
    return refuse_value (self, "the number has more digits than a double keeps", error);
  g_array_append_val (self->numbers, number);

  return TRUE;
}

/* NULL if it ends before it starts. */
static const char *
find_text (const char *format, const struct ArrowArray *array, gint64 i, gsize *length)
{
  gint64 start, end;

  if (format[0] == 'v') {
    /* A view: length, then the bytes, or four of them, a buffer and a place in it. */
    const gint32 *view = (const gint32 *) array->buffers[1] + 4 * i;

    *length = (gsize) view[0];
    if (view[0] < 0)
      return NULL;
    return view[0] <= SHORT_VIEW ? (const char *) (view + 1)
                                 : (const char *) array->buffers[2 + view[2]] + view[3];
  }

  if (format[0] == 'u') {
    start = ((const gint32 *) array->buffers[1])[i];
    end = ((const gint32 *) array->buffers[1])[i + 1];
  } else {
    start = ((const gint64 *) array->buffers[1])[i];
    end = ((const gint64 *) array->buffers[1])[i + 1];
  }
  *length = (gsize) (end - start);

  return start < 0 || end < start ? NULL : (const char *) array->buffers[2] + start;
}

/* Days since 1970 as 2024-03-31. */
static char *
dup_date (gint64 days)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date =
      ABS (days) <= G_MAXINT ? g_date_time_add_days (start, (int) days) : NULL;

  return date ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}

/* The day since 1970 that starts then, in the zone of the column; FALSE for a time within one. */
static gboolean
find_day (const ArrowColumn *self,
          const char *format,
          const struct ArrowArray *array,
          gint64 i,
          gint64 *day)
{
  if (g_str_equal (format, "tdD")) {
    *day = ((const gint32 *) array->buffers[1])[i];
    return TRUE;
  }

  const gint64 time = ((const gint64 *) array->buffers[1])[i];
  const gint64 parts = parts_of_second (format);
  gint64 seconds = time / parts;
  if (self->zone) {
    const int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, seconds);
    seconds += g_time_zone_get_offset (self->zone, interval);
  }
  *day = seconds / DAY;

  return time % parts == 0 && seconds % DAY == 0;
}

static gboolean
append_day (ArrowColumn *self,
            const char *format,
            const struct ArrowArray *array,
            gint64 i,
            GError **error)
{
  gint64 day = 0;
  char *date = NULL;

  if (!find_day (self, format, array, i, &day))
    return refuse_value (self, "a time within a day; hand in dates", error);
  date = dup_date (day);
  if (!date)
    return refuse_value (self, "no day of the years 1 to 9999", error);
  g_ptr_array_add (self->texts, date);

  return TRUE;
}

static gboolean
append_text (ArrowColumn *self,
             const struct ArrowSchema *schema,
             const struct ArrowArray *array,
             gint64 i,
             GError **error)
{
  const char *format = schema->format;
  gsize length = 0;

  if (arrow_is_missing (array, i)) {
    g_ptr_array_add (self->texts, g_strdup (""));
    return TRUE;
  }
  if (format[0] == 't')
    return append_day (self, format, array, i, error);

  const char *text = find_text (format, array, i, &length);
  if (!text && length > 0)
    return refuse_value (self, "the text ends before it starts", error);
  if (length > 0 && (memchr (text, 0, length) || !g_utf8_validate (text, (gssize) length, NULL)))
    return refuse_value (self, "the text is not UTF-8", error);
  g_ptr_array_add (self->texts, length > 0 ? g_strndup (text, length) : g_strdup (""));

  return TRUE;
}

static gboolean
append_one (ArrowColumn *self,
            const struct ArrowSchema *schema,
            const struct ArrowArray *array,
            gint64 i,
            GError **error)
{
  return self->is_text ? append_text (self, schema, array, i, error)
                       : append_number (self, schema, array, i, error);
}

/* A value that stands in the dictionary of the column. */
static gboolean
append_indexed (ArrowColumn *self,
                const struct ArrowSchema *schema,
                const struct ArrowArray *array,
                gint64 i,
                GError **error)
{
  const struct ArrowArray *dictionary = array->dictionary;

  if (arrow_is_missing (array, i)) {
    if (self->is_text)
      g_ptr_array_add (self->texts, g_strdup (""));
    else
      g_array_append_val (self->numbers, ((const double[]){ NAN })[0]);
    return TRUE;
  }

  const double place = find_getter (schema->format) (array->buffers[1], i);
  if (!(place >= 0 && place < (double) dictionary->length))
    return refuse_value (self, "no such entry in the dictionary", error);

  return append_one (self, schema->dictionary, dictionary, dictionary->offset + (gint64) place,
                     error);
}

/* What lies behind the pointers nobody can check, but a buffer that is not there can be. */
static gboolean
has_buffers (const struct ArrowSchema *schema, const struct ArrowArray *array)
{
  const gint64 wanted = g_str_equal (schema->format, "n")                      ? 0
                        : schema->format[0] == 'u' || schema->format[0] == 'U' ? 3
                                                                               : 2;

  if (array->n_buffers < wanted)
    return FALSE;
  if (wanted > 0 && array->length + array->offset > 0 && !array->buffers[1])
    return FALSE;
  if (schema->dictionary && !array->dictionary)
    return FALSE;

  return !schema->dictionary || has_buffers (schema->dictionary, array->dictionary);
}

gboolean
arrow_column_append (ArrowColumn *self,
                     const struct ArrowSchema *schema,
                     const struct ArrowArray *array,
                     gint64 first,
                     gint64 length,
                     GError **error)
{
  if (first + length > array->length || !has_buffers (schema, array))
    return refuse_value (self, "the array is shorter than it says", error);

  for (gint64 k = 0; k < length; k++) {
    const gint64 i = array->offset + first + k;
    const gboolean is_good = schema->dictionary ? append_indexed (self, schema, array, i, error)
                                                : append_one (self, schema, array, i, error);
    if (!is_good)
      return FALSE;
  }

  return TRUE;
}

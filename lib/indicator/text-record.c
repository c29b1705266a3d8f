/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/text-record.h"

#include "base/error-private.h"
#include "base/printable.h"

static GQuark
record_quark (void)
{
  return g_quark_from_static_string ("scrutiny-text-record");
}

static const TextRecord *
record_of (gconstpointer self)
{
  return g_type_get_qdata (G_TYPE_FROM_INSTANCE (self), record_quark ());
}

static char **
texts_of (const TextRecord *record, gpointer self)
{
  return G_STRUCT_MEMBER_P (self, record->offset);
}

static char *
dup_said (const TextField *field, const char *text)
{
  return text && *text ? g_utf8_make_valid (text, -1) : g_strdup (field->empty);
}

void
text_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_return_if_fail (0 < prop_id && prop_id <= record_of (object)->n_fields);

  g_value_set_string (value, texts_of (record_of (object), object)[prop_id - 1]);
}

void
text_record_finalize (GObject *object)
{
  const TextRecord *record = record_of (object);
  char **texts = texts_of (record, object);

  for (guint i = 0; i < record->n_fields; i++)
    g_free (texts[i]);

  G_OBJECT_CLASS (g_type_class_peek (G_TYPE_OBJECT))->finalize (object);
}

void
text_record_install (const TextRecord *record, GObjectClass *klass)
{
  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), record_quark (), (gpointer) record);
  klass->get_property = text_record_get_property;
  klass->finalize = text_record_finalize;

  for (guint i = 0; i < record->n_fields; i++) {
    const TextField *field = &record->fields[i];

    g_object_class_install_property (
        klass, i + 1,
        g_param_spec_string (field->name, NULL, NULL, field->empty,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  }
}

void
text_record_init (gpointer self)
{
  const TextRecord *record = record_of (self);
  char **texts = texts_of (record, self);

  for (guint i = 0; i < record->n_fields; i++)
    texts[i] = g_strdup (record->fields[i].empty);
}

void
text_record_set (gpointer self, guint index, const char *text)
{
  const TextRecord *record = record_of (self);
  char **place = &texts_of (record, self)[index];

  g_free (*place);
  *place = dup_said (&record->fields[index], text);
}

gpointer
text_record_new (GType type, const char *const *texts)
{
  gpointer self = g_object_new (type, NULL);
  const guint n_fields = record_of (self)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    text_record_set (self, i, texts[i]);

  return self;
}

/* Python's keywords have underscores where properties have dashes. */
static gboolean
is_called (const TextField *field, const char *property)
{
  const char *name = field->name;

  while (*name && (*name == *property || (*name == '-' && *property == '_'))) {
    name++;
    property++;
  }

  return *name == *property;
}

static gboolean
find_field (const TextRecord *record, const char *property, guint *index, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *shown = printable_dup (property, 40);

  for (guint i = 0; i < record->n_fields; i++) {
    *index = i;
    if (is_called (&record->fields[i], property))
      return TRUE;
    g_string_append_printf (names, "%s%s", i ? ", " : "", record->fields[i].name);
  }

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, property,
                         "%s: “%s” is not one of its properties; there are %s", record->what, shown,
                         names->str);
  return FALSE;
}

static gboolean
can_hold (const TextRecord *record, const TextField *field, const char *value, GError **error)
{
  g_autofree char *shown = value ? printable_dup (value, 40) : NULL;
  g_autofree char *choices = NULL;

  if (!value || !*value)
    return TRUE;

  if (!g_utf8_validate (value, -1, NULL)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, field->name, NULL,
                           "%s, %s: “%s” is not UTF-8 text; convert it first", record->what,
                           field->name, shown);
    return FALSE;
  }

  if (!field->choices || g_strv_contains (field->choices, value))
    return TRUE;

  choices = g_strjoinv (", ", (char **) field->choices);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, field->name, value,
                         "%s, %s: “%s” is not one of %s", record->what, field->name, shown,
                         choices);
  return FALSE;
}

gpointer
text_record_copy_with (gpointer self, const char *property, const char *value, GError **error)
{
  const TextRecord *record = record_of (self);
  guint index;
  gpointer copy;

  if (!find_field (record, property, &index, error) ||
      !can_hold (record, &record->fields[index], value, error))
    return NULL;

  copy = text_record_new (G_OBJECT_TYPE (self), (const char *const *) texts_of (record, self));
  text_record_set (copy, index, value);

  return copy;
}

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/result-private.h"

#include <math.h>

/**
 * ScrutinyResult:
 *
 * What every analysis gives back, whatever it looked at: how it was reached, what
 * it found, and why nothing can be told when nothing can.
 *
 * Results never change, so they may be shared between threads. Only the library's
 * own types are results.
 *
 * Since: 0.1
 */
G_DEFINE_INTERFACE (ScrutinyResult, scrutiny_result, G_TYPE_OBJECT)

static void
scrutiny_result_default_init (ScrutinyResultInterface *iface)
{
}

/**
 * scrutiny_result_get_method:
 * @self: a result
 *
 * Gets how the result was reached.
 *
 * Returns: (transfer none) (nullable): the method, `NULL` for a result of nothing
 *
 * Since: 0.1
 */
ScrutinyMethod *
scrutiny_result_get_method (ScrutinyResult *self)
{
  ScrutinyResultInterface *iface;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (self), NULL);

  iface = SCRUTINY_RESULT_GET_IFACE (self);

  return iface->get_method ? iface->get_method (self) : NULL;
}

/**
 * scrutiny_result_get_cannot_tell:
 * @self: a result
 *
 * Gets why the analysis cannot tell, and what would be needed to tell.
 *
 * Returns: (nullable): a sentence, or `NULL` if it can
 *
 * Since: 0.1
 */
const char *
scrutiny_result_get_cannot_tell (ScrutinyResult *self)
{
  ScrutinyResultInterface *iface;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (self), NULL);

  iface = SCRUTINY_RESULT_GET_IFACE (self);

  return iface->get_cannot_tell ? iface->get_cannot_tell (self) : NULL;
}

/**
 * scrutiny_result_dup_findings:
 * @self: a result
 *
 * Gets what there is to say, in the order it should be said.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings, none
 *   if there is nothing to say
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_result_dup_findings (ScrutinyResult *self)
{
  ScrutinyResultInterface *iface;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (self), NULL);

  iface = SCRUTINY_RESULT_GET_IFACE (self);
  if (!iface->dup_findings)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return iface->dup_findings (self);
}

/**
 * scrutiny_result_get_chance:
 * @self: a result
 *
 * Gets how likely it is that the analysis finds at least as much as it did though nothing is
 * there.
 *
 * Chances of one kind of analysis are a family: among many some are small by chance, and
 * [func@review] says how many of a pack.
 *
 * Returns: between 0 and 1; NaN for an analysis that is not one test, or that cannot tell
 *
 * Since: 0.1
 */
double
scrutiny_result_get_chance (ScrutinyResult *self)
{
  ScrutinyResultInterface *iface;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (self), NAN);

  iface = SCRUTINY_RESULT_GET_IFACE (self);

  return iface->get_chance ? iface->get_chance (self) : NAN;
}

void
scrutiny_result_write_json (ScrutinyResult *self, JsonWriter *writer)
{
  ScrutinyResultInterface *iface = SCRUTINY_RESULT_GET_IFACE (self);

  json_writer_begin_object (writer);
  if (iface->write_json)
    iface->write_json (self, writer);
  json_writer_end_object (writer);
}

/**
 * scrutiny_result_dup_json:
 * @self: a result
 *
 * Gets the whole result as one JSON object in UTF-8, described by the schema it
 * names.
 *
 * Numbers are the shortest text that reads back as the same double; what is
 * missing is `null`.
 *
 * Returns: (transfer full): the JSON text
 *
 * Since: 0.1
 */
char *
scrutiny_result_dup_json (ScrutinyResult *self)
{
  GString *out;
  JsonWriter writer;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (self), NULL);

  out = g_string_new (NULL);
  json_writer_init (&writer, out);
  scrutiny_result_write_json (self, &writer);

  return g_string_free (out, FALSE);
}

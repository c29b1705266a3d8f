/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

static int
write_versions (Common *common, ScrutinyVersions *versions, const char *name, const char *hash)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (versions));

    text = with_file (json, name, hash);
  } else {
    GString *out = g_string_new (NULL);

    figure_append_findings (out, SCRUTINY_RESULT (versions));
    text = g_string_free (out, FALSE);
  }

  return common_write (common, text);
}

static int
versions_file (Common *common, const char *earlier, const char *later)
{
  g_autofree char *name = NULL, *hash = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &name, &hash);
  g_autoptr (ScrutinyVersions) versions = NULL;
  g_autoptr (GError) error = NULL;

  if (!table)
    return EXIT_REFUSED;
  versions = scrutiny_versions_new (table, earlier, later, &error);

  return versions ? write_versions (common, versions, name, hash)
                  : refuse_saying ("%s: %s", name, error->message);
}

int
command_versions (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_autofree char *earlier = NULL, *later = NULL;
  const GOptionEntry own[] = {
    { "earlier", 0, 0, G_OPTION_ARG_STRING, &earlier,
      "column of figures as first published, or by the earlier definition", "NAME" },
    { "later", 0, 0, G_OPTION_ARG_STRING, &later,
      "column of the same figures as revised, or by the later definition", "NAME" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - two versions of the same figures side by side",
                     "How many were changed, by how much, and whether changes go one way.", lists,
                     argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!earlier || !later)
    return refuse_usage ("versions", "name the columns with --earlier and --later");

  return versions_file (&common, earlier, later);
}

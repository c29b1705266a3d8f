/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/because.h>
#include <scrutiny/chain-builder.h>
#include <scrutiny/chain-text.h>

#include "kernel/random.h"

#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define N_STATEMENTS 100000
#define TIMES 3

/* Speeds of writing and reading a chain of reasons in each of its forms, and the memory that the
 * program has had at most by then.
 */

static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
megabytes_at_most (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

/* Each statement a reason for one before it, every second one with evidence. */
static ScrutinyChain *
make_chain (guint n)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new ("Survey, question 7", "2024-11");
  guint64 seed = 1;

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    g_autofree char *text = g_strdup_printf ("Statement number %u", i);

    scrutiny_chain_builder_state (builder, id,
                                  i == 0       ? SCRUTINY_STATEMENT_KIND_INDICATOR
                                  : i + 1 == n ? SCRUTINY_STATEMENT_KIND_OUTCOME
                                               : SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                  text);
    if (i > 0) {
      const guint back = 1 + (guint) kernel_random_below (&seed, MIN (i, 50));
      g_autofree char *from = g_strdup_printf ("s%u", i - back);

      scrutiny_chain_builder_because (builder, from, id, i % 2 ? evidence : NULL);
    }
  }

  return scrutiny_chain_builder_end (builder, NULL);
}

static const struct form {
  const char *name;
  char *(*write) (ScrutinyChain *chain);
  gboolean is_read;
} forms[] = {
  { "JSON", scrutiny_chain_dup_json, TRUE }, { "text", scrutiny_chain_dup_text, TRUE },
  { "DOT", scrutiny_chain_dup_dot, FALSE },  { "Mermaid", scrutiny_chain_dup_mermaid, FALSE },
  { "GSN", scrutiny_chain_dup_gsn, FALSE },  { "dagitty", scrutiny_chain_dup_dagitty, FALSE },
};

static double
time_writing (const struct form *form, ScrutinyChain *chain, gsize *n_bytes)
{
  double best = INFINITY;

  for (guint i = 0; i < TIMES; i++) {
    const double start = seconds_of_core ();
    g_autofree char *text = form->write (chain);

    best = MIN (best, seconds_of_core () - start);
    *n_bytes = strlen (text);
  }

  return best;
}

static double
time_reading (const struct form *form, ScrutinyChain *chain)
{
  g_autofree char *text = form->write (chain);
  double best = INFINITY;

  for (guint i = 0; i < TIMES; i++) {
    const double start = seconds_of_core ();
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyChain) again = scrutiny_chain_parse (text, &error);

    if (!again)
      g_error ("%s", error->message);
    best = MIN (best, seconds_of_core () - start);
  }

  return best;
}

int
main (void)
{
  g_autoptr (ScrutinyChain) chain = make_chain (N_STATEMENTS);

  g_print ("%u statements, %u reasons; %.0f MB\n", scrutiny_chain_get_n_statements (chain),
           scrutiny_chain_get_n_reasons (chain), megabytes_at_most ());
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize n_bytes = 0;
    const double written = time_writing (&forms[i], chain, &n_bytes);

    g_print ("  %-8s %6.1f MB, written in %7.1f ms", forms[i].name, (double) n_bytes / 1e6,
             written * 1e3);
    if (forms[i].is_read)
      g_print (", read in %7.1f ms", time_reading (&forms[i], chain) * 1e3);
    g_print ("; %.0f MB\n", megabytes_at_most ());
  }

  const double start = seconds_of_core ();
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));

  g_print ("  all checks %.1f ms, %u findings; %.0f MB\n", (seconds_of_core () - start) * 1e3,
           findings->len, megabytes_at_most ());

  return 0;
}

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/because.h>
#include <scrutiny/chain-builder.h>

#include "kernel/graph-circuits.h"
#include "kernel/graph-cut.h"
#include "kernel/graph-dominators.h"
#include "kernel/graph-widest.h"
#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define TIMES 5
#define MOST_LISTED 32
#define MOST_COUNTED 1000
#define TARGET 50.0 /* milliseconds, for 2,000 nodes */

/* Speeds of what is looked for in the shape of a chain of reasons: in random graphs, in one chain
 * that comes back to its start, and where every node leads to every other.
 */

typedef struct {
  KernelGraph graph;
  gsize *offsets, *targets, *widths;
} Made;

static void
made_clear (Made *made)
{
  g_free (made->offsets);
  g_free (made->targets);
  g_free (made->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

/* @degree edges from each node; to anywhere where @seed is not 0, else to those that follow. */
static Made
make_graph (gsize n, gsize degree, guint64 seed)
{
  Made made = { .offsets = g_new (gsize, n + 1),
                .targets = g_new (gsize, n * degree),
                .widths = g_new (gsize, n * degree) };

  made.offsets[0] = 0;
  for (gsize v = 0; v < n; v++) {
    for (gsize k = 0; k < degree; k++) {
      made.targets[v * degree + k] = seed ? kernel_random_below (&seed, n) : (v + 1 + k) % n;
      made.widths[v * degree + k] = seed ? kernel_random_below (&seed, 5) : k;
    }
    made.offsets[v + 1] = (v + 1) * degree;
  }
  made.graph = (KernelGraph){ n, made.offsets, made.targets };

  return made;
}

typedef struct {
  gsize *work, *rows[3], *ends;
  KernelCircuits circuits;
  KernelGraphCut cut;
} Room;

static void
find_components (const Made *made, Room *room)
{
  gsize n;

  kernel_graph_components (&made->graph, room->rows[0], &n, room->work);
}

static void
find_circuits (const Made *made, Room *room)
{
  kernel_graph_circuits (&made->graph, MOST_LISTED, MOST_COUNTED, room->rows[0], room->ends,
                         room->work, &room->circuits);
}

static void
find_dominators (const Made *made, Room *room)
{
  kernel_graph_dominators (&made->graph, 0, room->rows[0], room->work);
}

static void
find_cut (const Made *made, Room *room)
{
  if (kernel_graph_cut (&made->graph, 0, made->graph.n_nodes - 1, NULL, room->rows[0], room->work,
                        &room->cut) != KERNEL_OK)
    exit (1);
}

static void
find_widest (const Made *made, Room *room)
{
  kernel_graph_widest (&made->graph, made->widths, 0, made->graph.n_nodes - 1, room->rows[0],
                       room->rows[1]);
}

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
time_one (const char *what, const Made *made, Room *room, void (*find) (const Made *, Room *))
{
  double best = INFINITY;

  for (guint k = 0; k < TIMES; k++) {
    const double start = seconds_of_core ();

    find (made, room);
    best = MIN (best, seconds_of_core () - start);
  }
  g_print ("  %-28s %10.3f ms\n", what, best * 1e3);

  return best;
}

static void
time_graph (const char *what, gsize n, gsize degree, guint64 seed)
{
  g_auto (Made) made = make_graph (n, degree, seed);
  g_autofree gsize *work = g_new (gsize, 14 * n + 6 * n * degree + 1);
  g_autofree gsize *listed = g_new (gsize, MOST_LISTED * n);
  g_autofree gsize *other = g_new (gsize, n);
  gsize ends[MOST_LISTED];
  Room room = { .work = work, .rows = { listed, other }, .ends = ends };
  double sum;

  g_print ("%s: %" G_GSIZE_FORMAT " nodes, %" G_GSIZE_FORMAT " edges\n", what, n, n * degree);
  sum = time_one ("components", &made, &room, find_components);
  sum += time_one ("circuits, to a thousand", &made, &room, find_circuits);
  sum += time_one ("dominators", &made, &room, find_dominators);
  sum += time_one ("cut and routes", &made, &room, find_cut);
  sum += time_one ("widest way", &made, &room, find_widest);
  g_print ("  %-28s %10.3f ms%s\n", "all", sum * 1e3,
           n > 2000              ? ""
           : sum * 1e3 <= TARGET ? " (target 50: met)"
                                 : " (target 50: MISSED)");
  g_print ("  circuits counted %" G_GSIZE_FORMAT "%s, routes %" G_GSIZE_FORMAT "\n",
           room.circuits.n_counted, room.circuits.is_more ? " and there are more" : "",
           room.cut.value);
}

/* Each statement has @degree reasons further on, each with one of a hundred items of evidence. */
static ScrutinyChain *
make_record (guint n, guint degree)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  guint64 seed = 1;

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%u", i);

    scrutiny_chain_builder_state (builder, id,
                                  i == 0       ? SCRUTINY_STATEMENT_KIND_INDICATOR
                                  : i + 1 == n ? SCRUTINY_STATEMENT_KIND_OUTCOME
                                               : SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                  id);
    for (guint k = 0; i > 0 && k < degree; k++) {
      g_autofree char *from = g_strdup_printf ("%u", k == 0 ? i - 1 : i - MIN (i, 1 + k * k));
      g_autofree char *source =
          g_strdup_printf ("source %" G_GSIZE_FORMAT, kernel_random_below (&seed, 100));
      g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new (source, "2024-11");

      scrutiny_chain_builder_because (builder, from, id, evidence);
    }
  }

  return scrutiny_chain_builder_end (builder, NULL);
}

static void
time_record (guint n, guint degree)
{
  g_autoptr (ScrutinyChain) chain = make_record (n, degree);
  double start = seconds_of_core ();
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));

  g_print ("a record of %u statements, %u reasons each: all checks %.1f ms, %u findings, %u lines "
           "that share nothing\n",
           n, degree, (seconds_of_core () - start) * 1e3, findings->len,
           scrutiny_because_get_n_routes (because));
}

/* Reasons to anywhere, as many as @degree for each, with loops and marks; evidence for every
 * second. */
static ScrutinyChain *
make_tangle (guint n, guint degree, guint64 seed)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%u", i);
    const guint kind =
        i == 0 ? SCRUTINY_STATEMENT_KIND_INDICATOR : (guint) kernel_random_below (&seed, 11);

    scrutiny_chain_builder_state (builder, id, (ScrutinyStatementKind) kind, id);
  }
  for (guint k = 0; k < n * degree; k++) {
    g_autofree char *from = g_strdup_printf ("%" G_GSIZE_FORMAT, kernel_random_below (&seed, n));
    g_autofree char *to = g_strdup_printf ("%" G_GSIZE_FORMAT, kernel_random_below (&seed, n));
    g_autofree char *source =
        g_strdup_printf ("source %" G_GSIZE_FORMAT, kernel_random_below (&seed, 100));
    g_autoptr (ScrutinyEvidence) evidence =
        k % 2 ? scrutiny_evidence_new (source, "2024-11") : NULL;

    scrutiny_chain_builder_because (builder, from, to, evidence);
    if (k % 100 == 0 && !g_str_equal (from, to))
      scrutiny_chain_builder_same_as (builder, from, to, NULL);
  }
  scrutiny_chain_builder_set_claim (builder, "0");

  return scrutiny_chain_builder_end (builder, NULL);
}

static void
time_tangles (guint n, guint degree)
{
  double most = 0;

  for (guint64 seed = 1; seed <= 20; seed++) {
    g_autoptr (ScrutinyChain) chain = make_tangle (n, degree, seed);
    double best = INFINITY;

    for (guint k = 0; k < TIMES; k++) {
      const double start = seconds_of_core ();
      g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);

      best = MIN (best, seconds_of_core () - start);
    }
    most = MAX (most, best);
  }
  g_print ("20 tangled records of %u statements, %u reasons: all checks %.1f ms at most%s\n", n,
           n * degree, most * 1e3,
           most * 1e3 <= TARGET ? " (target 50: met)" : " (target 50: MISSED)");
}

int
main (void)
{
  time_graph ("at random", 2000, 1, 1);
  time_graph ("at random", 2000, 3, 1);
  time_graph ("at random", 2000, 20, 1);
  time_graph ("one loop", 2000, 1, 0);
  time_graph ("one loop with short cuts", 2000, 3, 0);
  time_graph ("each to every other", 40, 39, 0);
  time_graph ("at random", 100000, 3, 1);
  time_graph ("one loop", 100000, 1, 0);
  time_record (40, 3);
  time_record (2000, 1);
  time_record (2000, 3);
  time_tangles (2000, 1);
  time_tangles (2000, 3);
  time_record (100000, 1);
  time_record (100000, 3);

  return 0;
}

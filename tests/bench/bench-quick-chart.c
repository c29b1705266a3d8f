/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib.h>

#include "kernel/quick-chart.h"

#include <stdio.h>
#include <time.h>

/* Charts of individual values: how long a point takes.  The best of several repetitions,
 * one thread; the machine should do nothing else.
 */
#define N_MANY 1000000
#define N_SERIES 10000
#define N_POINTS 60
#define REPETITIONS 9

static double
next_value (guint64 *state)
{
  double sum = 0;

  for (guint i = 0; i < 4; i++) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    sum += (double) (*state >> 40) / 16777216;
  }

  return sum;
}

typedef struct {
  double *values, *work;
  uint8_t *marks;
  gsize *starts;
  KernelQuickChart *charts;
} Room;

static Room
make_room (void)
{
  Room room = { g_new (double, N_MANY), g_new (double, N_MANY), g_new (uint8_t, N_MANY),
                g_new (gsize, N_SERIES + 1), g_new (KernelQuickChart, N_SERIES) };
  guint64 state = 1;

  for (gsize i = 0; i < N_MANY; i++)
    room.values[i] = next_value (&state);
  for (gsize k = 0; k <= N_SERIES; k++)
    room.starts[k] = k * N_POINTS;

  return room;
}

typedef void (*Work) (Room *room);

static void
draw_many (Room *room)
{
  KernelStatus status =
      kernel_quick_chart (N_MANY, room->values, room->work, room->marks, room->charts);

  g_assert (status == KERNEL_OK);
}

static void
draw_panel (Room *room)
{
  KernelStatus status = kernel_quick_charts (N_SERIES, room->starts, room->values, room->work,
                                             room->marks, room->charts);

  g_assert (status == KERNEL_OK);
}

static void
draw_sixty (Room *room)
{
  for (guint k = 0; k < 1000; k++) {
    KernelStatus status =
        kernel_quick_chart (N_POINTS, room->values + k, room->work, room->marks, room->charts);
    g_assert (status == KERNEL_OK);
  }
}

/* Of this program, so that others on the machine count less. */
static double
seconds_of_core (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
tell (const char *what, Work work, Room *room, double per, const char *unit)
{
  double best = G_MAXDOUBLE;

  for (guint k = 0; k < REPETITIONS; k++) {
    const double start = seconds_of_core ();

    work (room);
    best = MIN (best, seconds_of_core () - start);
  }
  printf ("%-46s %11.2f %s\n", what, best * 1e6 * per, unit);
}

int
main (void)
{
  Room room = make_room ();

  tell ("xmr, four rules, runs, median, 1e6", draw_many, &room, 1e3 / N_MANY, "ns a point");
  tell ("10,000 x 60 in one call", draw_panel, &room, 1e-3, "ms");
  tell ("one of 60 in the kernel", draw_sixty, &room, 1e-3, "µs");

  return 0;
}

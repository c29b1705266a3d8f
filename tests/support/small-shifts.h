/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shifts.h>

#include "support/near.h"

/* Flow of the Nile at Aswan, 1871 to 1970, in R's datasets, 10^8 m^3 a year. */
static const double NILE[] = {
  1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
  960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
  874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
  1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
  781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
  1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
  1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740,
};

static inline ScrutinyShifts *
look (ScrutinySeries *series, ScrutinyShiftsOptions *options)
{
  g_autoptr (GError) error = NULL;
  ScrutinyShifts *shifts = scrutiny_shifts_new (series, options, &error);

  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return shifts;
}

static inline ScrutinyShift *
only_shift (ScrutinyShifts *shifts)
{
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);

  assert_int_equal (all->len, 1);
  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 1);

  return g_object_ref (all->pdata[0]);
}

static inline char *
dup_statement (ScrutinyShifts *shifts, guint k)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (shifts));

  assert_true (k < findings->len);

  return scrutiny_finding_dup_statement (findings->pdata[k], NULL);
}

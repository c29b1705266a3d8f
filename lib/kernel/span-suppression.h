/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Numbers of size_t and of double that kernel_suppress_spans() needs as workspace. */
#define KERNEL_SPAN_NODES(steps, spans) (4 * ((steps) + 2) + 2 * (spans))
#define KERNEL_SPAN_WORK(steps) ((steps) + 1)

/* Borders that are gone to at one level before all of it is hidden: half a second or so. */
#define KERNEL_SPAN_MOST 10000000

/* Counts of spans of time, such as months, quarters and years.
 *
 * @first, @end: shape (@n_spans), of each span its first step, such as a month, and the one after
 *   its last, at most @n_steps
 * @levels: shape (@n_spans), not falling: coarse spans come first
 * @sums: shape (@n_counts, @n_steps + 1), whole numbers: what is counted before each step, and in
 * all
 * @falls, @rises: shape (@n_counts, @n_steps), whole numbers from 0 or infinite: how far less and
 *   more a step could hold for all that is known besides; of a count of which nothing is, what it
 *   holds, and infinitely far
 * @is_signed: shape (@n_counts), whether it may be below 0: a difference that counts nothing
 * @threshold: counts from 1 to one less are small, with either sign
 * @is_hidden: (inout): shape (@n_spans)
 * @nodes, @work: overwritten
 */
typedef struct {
  size_t n_steps, n_spans, n_counts;
  const size_t *first, *end, *levels;
  const double *sums, *falls, *rises;
  const bool *is_signed;
  double threshold;
  bool *is_hidden;
  size_t *nodes;
  double *work;
} KernelSpans;

KernelStatus kernel_suppress_spans (const KernelSpans *spans, size_t *n_narrow) KERNEL_MUST_CHECK;

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/graph.h"

size_t kernel_graph_widest (const KernelGraph *graph,
                            const size_t *widths,
                            size_t source,
                            size_t sink,
                            size_t *parent,
                            size_t *order);

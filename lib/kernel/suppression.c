/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/suppression.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* A table with its totals is a circulation: what lies in the cells of a row runs from the row
 * to the columns, the total of a column on to the total of all, and from there through the
 * total of each row back to the row.  Every table with the same totals is this one plus flow
 * round rings, so how far a cell can move is a question of how much can flow round it.
 */
typedef struct {
  const KernelSuppression *table;
  double *flow;     /* the cells as they are while flow is sent */
  double *distance; /* of each node from where a search began */
  size_t *parent;
  size_t *settled;
  size_t row, column; /* of the cell that is moved */
  bool may_withhold;  /* whether a cell that is shown may be used, and is withheld then */
} Search;

static size_t
n_nodes (const KernelSuppression *table)
{
  return table->n_rows + table->n_columns + 2;
}

static size_t
at (const KernelSuppression *table, size_t row, size_t column)
{
  return row * (table->n_columns + 1) + column;
}

/* Nodes are the rows, then the columns, each with the one of the totals last. */
static size_t
column_node (const KernelSuppression *table, size_t column)
{
  return table->n_rows + 1 + column;
}

/* Whether flow in the cell runs from its row to its column. */
static bool
runs_to_column (const KernelSuppression *table, size_t row, size_t column)
{
  return (row == table->n_rows) == (column == table->n_columns);
}

/* How much more the cell can hold, as far as anybody who reads the table knows. */
static double
room_above (const Search *search, size_t cell)
{
  const KernelSuppression *table = search->table;

  if (table->states[cell] == KERNEL_CELL_SHOWN && !search->may_withhold)
    return 0;

  return table->states[cell] == KERNEL_CELL_SMALL && table->says_which
             ? table->threshold - 1 - search->flow[cell]
             : INFINITY;
}

/* How much less.  A cell that is withheld is not small, if that is said. */
static double
room_below (const Search *search, size_t cell)
{
  const KernelSuppression *table = search->table;
  const uint8_t state = table->states[cell];
  const bool is_large = state == KERNEL_CELL_SHOWN || state == KERNEL_CELL_WITHHELD;

  if (state == KERNEL_CELL_SHOWN && !search->may_withhold)
    return 0;

  return search->flow[cell] - (is_large && table->says_which ? table->threshold : 0);
}

/* Room in the cell between two nodes, for flow from the first to the second. */
static double
room_between (const Search *search, size_t row, size_t column, bool to_column)
{
  const size_t cell = at (search->table, row, column);

  if (row == search->row && column == search->column)
    return 0;

  return to_column == runs_to_column (search->table, row, column) ? room_above (search, cell)
                                                                  : room_below (search, cell);
}

/* A step costs 1, so that rings are short; a cell that has to be withheld for it as much more as
 * it holds, and a total more than any cell.
 */
static double
cost_of (const Search *search, size_t row, size_t column)
{
  const KernelSuppression *table = search->table;
  const size_t cell = at (table, row, column);
  const double all = table->cells[at (table, table->n_rows, table->n_columns)];
  const int totals = (row == table->n_rows) + (column == table->n_columns);

  if (table->states[cell] != KERNEL_CELL_SHOWN)
    return 1;
  if (table->shows_none && table->cells[cell] == 0)
    return 1 + (double) n_nodes (table) * (2 + all);

  return 1 + (double) n_nodes (table) * (1 + table->cells[cell] + totals * (1 + all));
}

static void
reach (Search *search, size_t from, size_t row, size_t column, bool to_column)
{
  const size_t node = to_column ? column_node (search->table, column) : row;
  const double length = search->distance[from] + cost_of (search, row, column);

  if (length < search->distance[node] && room_between (search, row, column, to_column) > 0) {
    search->distance[node] = length;
    search->parent[node] = from;
  }
}

static void
reach_neighbours (Search *search, size_t node)
{
  const KernelSuppression *table = search->table;

  if (node <= table->n_rows)
    for (size_t column = 0; column <= table->n_columns; column++)
      reach (search, node, node, column, true);
  else
    for (size_t row = 0; row <= table->n_rows; row++)
      reach (search, node, row, node - column_node (table, 0), false);
}

static size_t
nearest_unsettled (const Search *search)
{
  size_t nearest = SIZE_MAX;

  for (size_t node = 0; node < n_nodes (search->table); node++)
    if (!search->settled[node] && isfinite (search->distance[node]) &&
        (nearest == SIZE_MAX || search->distance[node] < search->distance[nearest]))
      nearest = node;

  return nearest;
}

/* Dijkstra's search; false where @end cannot be reached. */
static bool
find_path (Search *search, size_t start, size_t end)
{
  for (size_t node = 0; node < n_nodes (search->table); node++) {
    search->distance[node] = node == start ? 0 : INFINITY;
    search->settled[node] = 0;
  }
  for (;;) {
    const size_t node = nearest_unsettled (search);

    if (node == SIZE_MAX)
      return false;
    if (node == end)
      return true;
    search->settled[node] = 1;
    reach_neighbours (search, node);
  }
}

/* The cell of one step of the path, and which way the step goes. */
static bool
step_of (const Search *search, size_t node, size_t *row, size_t *column)
{
  const size_t from = search->parent[node];
  const bool to_column = from <= search->table->n_rows;

  *row = to_column ? from : node;
  *column = (to_column ? node : from) - column_node (search->table, 0);

  return to_column;
}

static double
room_of_path (const Search *search, size_t start, size_t end, double most)
{
  size_t row, column;

  for (size_t node = end; node != start; node = search->parent[node]) {
    const bool to_column = step_of (search, node, &row, &column);

    most = fmin (most, room_between (search, row, column, to_column));
  }

  return most;
}

static void
send (Search *search, size_t start, size_t end, double amount)
{
  const KernelSuppression *table = search->table;
  size_t row, column;

  for (size_t node = end; node != start; node = search->parent[node]) {
    const bool to_column = step_of (search, node, &row, &column);
    const size_t cell = at (table, row, column);

    search->flow[cell] += to_column == runs_to_column (table, row, column) ? amount : -amount;
    if (table->states[cell] == KERNEL_CELL_SHOWN)
      table->states[cell] = KERNEL_CELL_WITHHELD;
  }
}

/* How far the cell can move, at most @most: all of it flows back round some ring. */
static double
move (Search *search, bool upwards, double most)
{
  const KernelSuppression *table = search->table;
  const size_t column = column_node (table, search->column);
  const bool back_to_row = upwards == runs_to_column (table, search->row, search->column);
  const size_t start = back_to_row ? column : search->row;
  const size_t end = back_to_row ? search->row : column;
  double moved = 0;

  memcpy (search->flow, table->cells,
          KERNEL_SUPPRESSION_CELLS (table->n_rows, table->n_columns) * sizeof (double));
  while (moved < most && find_path (search, start, end)) {
    const double amount = room_of_path (search, start, end, most - moved);

    moved += amount;
    if (isinf (amount))
      break;
    send (search, start, end, amount);
  }

  return moved;
}

static Search
search_of (const KernelSuppression *table, size_t cell, bool may_withhold)
{
  return (Search){
    .table = table,
    .flow = table->work,
    .distance = table->work + KERNEL_SUPPRESSION_CELLS (table->n_rows, table->n_columns),
    .parent = table->nodes,
    .settled = table->nodes + n_nodes (table),
    .row = cell / (table->n_columns + 1),
    .column = cell % (table->n_columns + 1),
    .may_withhold = may_withhold,
  };
}

static bool
is_count (double value)
{
  return value >= 0 && value <= 9007199254740992. && value == floor (value);
}

static bool
adds_up (const KernelSuppression *table)
{
  const size_t n_rows = table->n_rows, n_columns = table->n_columns;

  for (size_t i = 0; i <= n_rows; i++) {
    double row = 0;

    for (size_t j = 0; j < n_columns; j++)
      row += table->cells[at (table, i, j)];
    if (row != table->cells[at (table, i, n_columns)])
      return false;
  }
  for (size_t j = 0; j <= n_columns; j++) {
    double column = 0;

    for (size_t i = 0; i < n_rows; i++)
      column += table->cells[at (table, i, j)];
    if (column != table->cells[at (table, n_rows, j)])
      return false;
  }

  return true;
}

static bool
is_small (const KernelSuppression *table, size_t cell)
{
  return table->cells[cell] < table->threshold && !(table->shows_none && table->cells[cell] == 0);
}

static KernelStatus
check (const KernelSuppression *table)
{
  if (!is_count (table->threshold) || table->threshold < 1)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < KERNEL_SUPPRESSION_CELLS (table->n_rows, table->n_columns); i++)
    if (!is_count (table->cells[i]) || table->states[i] > KERNEL_CELL_ABSENT)
      return KERNEL_ERR_DOMAIN;

  return adds_up (table) ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_suppression_add_up:
 * @table: a table whose totals are not filled in
 *
 * Fills in the totals of rows, of columns and of all.  O(cells) time.
 *
 * Source: definition.
 */
void
kernel_suppression_add_up (const KernelSuppression *table)
{
  const size_t n_rows = table->n_rows, n_columns = table->n_columns;

  for (size_t j = 0; j <= n_columns; j++)
    table->cells[at (table, n_rows, j)] = 0;
  for (size_t i = 0; i < n_rows; i++) {
    double row = 0;

    for (size_t j = 0; j < n_columns; j++) {
      row += table->cells[at (table, i, j)];
      table->cells[at (table, n_rows, j)] += table->cells[at (table, i, j)];
    }
    table->cells[at (table, i, n_columns)] = row;
    table->cells[at (table, n_rows, n_columns)] += row;
  }
}

/**
 * kernel_suppress:
 * @table: counts with their totals, and states: KERNEL_CELL_ABSENT where a cell is not
 *   published anyway; others are overwritten
 * @n_narrow: (out): small cells of which less can be hidden than that they are small
 *
 * Decides which cells of a table are shown so that nobody can work out a small one.
 *
 * Every cell or total below the threshold is small, 0 among them unless @table says otherwise.
 * Then, for each of them, as much more is withheld as it takes for each count below the threshold
 * to be possible, given all that is shown and, where @table says which cells are small, that they
 * are and that withheld ones are not: the cells along the shortest rings through it, a cell as long
 * as its count, a total longer than any cell.  In a row that is the smallest cell large enough.
 * What is withheld later only widens what is possible, so one pass is enough.
 *
 * Where it is said which cells are small, that can tell too much whatever is withheld (4 and 1
 * of 5: neither can be 0; 4 and 4 of a total that is not small: neither can be 0): such cells are
 * counted in @n_narrow.  Where it is not said, there are none, because totals can always be
 * withheld down to 0.
 *
 * O(small cells · threshold · cells) time where the table is square, more where it is long and
 * narrow: a search takes O((rows + columns)²).
 *
 * Source: L. H. Cox (1980), JASA 75, 377-385 (protection by rings in tables with totals);
 * J. P. Kelly, B. L. Golden, A. A. Assad (1992), Networks 22, 397-417 (shortest rings);
 * A. Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for cells that are no whole numbers, or do not add
 *   up; %KERNEL_ERR_PARAMETER for a threshold that is no whole number from 1
 */
KernelStatus
kernel_suppress (const KernelSuppression *table, size_t *n_narrow)
{
  const size_t n_cells = KERNEL_SUPPRESSION_CELLS (table->n_rows, table->n_columns);
  const KernelStatus status = check (table);

  if (status != KERNEL_OK)
    return status;

  for (size_t i = 0; i < n_cells; i++)
    if (table->states[i] != KERNEL_CELL_ABSENT)
      table->states[i] = is_small (table, i) ? KERNEL_CELL_SMALL : KERNEL_CELL_SHOWN;

  *n_narrow = 0;
  for (size_t i = 0; i < n_cells; i++) {
    Search search = search_of (table, i, true);
    const double above = table->threshold - 1 - table->cells[i];

    if (table->states[i] != KERNEL_CELL_SMALL)
      continue;
    const bool is_hidden_above = move (&search, true, above) >= above;
    const bool is_hidden_below = move (&search, false, table->cells[i]) >= table->cells[i];
    *n_narrow += !(is_hidden_above && is_hidden_below);
  }

  return KERNEL_OK;
}

/**
 * kernel_suppression_ranges:
 * @table: counts with their totals, and what is published of each
 * @low: (out): shape (cells); the smallest count that is possible
 * @high: (out): shape (cells); the largest, infinite if any is
 *
 * What can be worked out of each cell from what is published of all: the exact range of counts
 * over all tables of whole numbers that agree with it.  Every count in it is possible.
 * O(cells) searches where little can be moved, each as in kernel_suppress().
 *
 * Source: flow of a circulation with bounds is integral (L. R. Ford, D. R. Fulkerson (1962),
 * Flows in Networks, Princeton, II.3); each search takes a ring of fewest steps (J. Edmonds,
 * R. M. Karp (1972), JACM 19, 248-264).
 *
 * Returns: as kernel_suppress(); %KERNEL_ERR_DOMAIN also where a state does not fit its count
 */
KernelStatus
kernel_suppression_ranges (const KernelSuppression *table, double *low, double *high)
{
  const size_t n_cells = KERNEL_SUPPRESSION_CELLS (table->n_rows, table->n_columns);
  const KernelStatus status = check (table);

  if (status != KERNEL_OK)
    return status;
  for (size_t i = 0; i < n_cells; i++)
    if ((table->states[i] == KERNEL_CELL_SMALL && table->cells[i] >= table->threshold) ||
        (table->states[i] == KERNEL_CELL_WITHHELD && table->cells[i] < table->threshold))
      return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n_cells; i++) {
    Search search = search_of (table, i, false);

    memcpy (search.flow, table->cells, n_cells * sizeof (double));
    const double above = room_above (&search, i), below = room_below (&search, i);
    high[i] = table->cells[i] + move (&search, true, above);
    low[i] = table->cells[i] - move (&search, false, below);
  }

  return KERNEL_OK;
}

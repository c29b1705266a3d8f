/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-reasons.h"

#include "report/escape.h"
#include "report/layered.h"
#include "report/reason-map.h"
#include "report/reason-tested.h"
#include "report/reason-words.h"
#include "report/svg-frame.h"
#include "report/svg-plot.h"
#include "report/text-lines.h"

/* More than this cannot be taken in at a glance; it is listed. */
#define MOST_BOXES 60
#define MOST_ARROWS 120
#define MOST_ACROSS 12

/* The drawing's own units; the page scales it. */
static const double MARGIN = 8, INSET = 8, SPACE = 14;
static const double NARROWEST_BOX = 118, BROADEST_BOX = 290, BROADEST_LABEL = 132;
static const double TALLEST_PART = 840; /* what one sheet of A4 has room for */
static const double BOLD = 1.12;        /* of the width of what is not */
static const guint MOST_LINES = 6, MOST_SMALL_LINES = 3;

/* Of a line of text: how it looks, how large, and how far it is to the next. */
typedef struct {
  const char *style;
  double size, step;
} Look;

static const Look what = { "what", 13, 16 }, claimed = { "what strong", 13, 16 };
static const Look small = { "kind", 11, 13.5 };

typedef struct {
  const Look *look;
  char *text;
  gboolean is_from_right;
} Line;

/* One drawing under way. */
typedef struct {
  SvgPlot plot; /* of which only the output is used */
  ReasonMap *map;
  Layered *graph;
  GPtrArray *boxes;  /* of GArray of Line, one for each box */
  GPtrArray *labels; /* the same, one for each arrow */
  double left, top;  /* of the graph in the drawing */
  double first, end; /* heights of the graph that are drawn now */
} Drawing;

/* --- What is written ------------------------------------------------------------------------ */

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);

  return lines;
}

static void
add_text (GArray *lines, const Look *look, const char *text, double width, guint most)
{
  const double broader = look == &claimed ? BOLD : 1;
  g_autoptr (GPtrArray) broken = text_lines_new (text, look->size, width / broader, most);

  for (guint i = 0; i < broken->len; i++) {
    const Line line = { look, g_strdup (broken->pdata[i]), text_is_from_right (text) };

    g_array_append_val (lines, line);
  }
}

static void
add_text_take (GArray *lines, const Look *look, char *text, double width, guint most)
{
  add_text (lines, look, text, width, most);
  g_free (text);
}

static void
add_statement (GArray *lines,
               const ReasonMap *map,
               const ReasonBox *box,
               guint index,
               gboolean is_claim,
               double width)
{
  const ChainStatement *statement = box->statements->pdata[index];
  g_autofree char *kind = reason_words_dup_kind (map, statement);

  if (index > 0)
    add_text_take (lines, &small, reason_words_dup_same (statement, box->statements), width,
                   MOST_SMALL_LINES);
  if (is_claim)
    add_text_take (lines, &small, g_strdup_printf ("The claim: %s", kind), width, MOST_SMALL_LINES);
  else
    add_text (lines, &small, kind, width, MOST_SMALL_LINES);
  add_text (lines, is_claim ? &claimed : &what, statement->text, width, MOST_LINES);
}

static GArray *
lines_of_box (const ReasonMap *map, guint index, double width)
{
  const ReasonBox *box = reason_map_box (map, index);
  const guint n = MIN (box->statements->len, REASON_WORDS_MOST_SAME);
  GArray *lines = lines_new ();

  for (guint i = 0; i < n; i++)
    add_statement (lines, map, box, i, index == 0 && i == 0, width);
  if (n < box->statements->len)
    add_text_take (lines, &small,
                   g_strdup_printf ("%u more marked as the same", box->statements->len - n), width,
                   MOST_SMALL_LINES);
  if (box->own->len > 0) {
    g_autofree char *evidence = reason_words_dup_evidence (box->own);

    add_text_take (lines, &small, g_strdup_printf ("given as its own reason: %s", evidence), width,
                   MOST_SMALL_LINES);
  }
  if (index > 0 && !box->is_led_to)
    add_text (lines, &small, "no reason leads here", width, 1);

  return lines;
}

static GArray *
lines_of_arrow (const ReasonArrow *arrow, gboolean is_back, double width)
{
  GArray *lines = lines_new ();

  if (is_back)
    add_text (lines, &small, "leads back up", width, 1);
  add_text_take (lines, &small, reason_words_dup_evidence (arrow->reasons), width,
                 MOST_SMALL_LINES);
  for (guint i = 0; i < arrow->notes->len; i++)
    add_text (lines, &small, arrow->notes->pdata[i], width, MOST_SMALL_LINES);

  return lines;
}

/* --- How large it is ------------------------------------------------------------------------- */

static double
height_of (const GArray *lines)
{
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    height += g_array_index (lines, Line, i).look->step;

  return height;
}

static double
width_of (const GArray *lines)
{
  double width = 0;

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    width = MAX (width, text_width (line->text, line->look->size));
  }

  return width;
}

static Layered *
graph_new (const ReasonMap *map)
{
  Layered *graph = layered_new (map->boxes->len, map->arrows->len);

  for (guint i = 0; i < map->arrows->len; i++) {
    const ReasonArrow *arrow = map->arrows->pdata[i];

    graph->edges[i].from = arrow->from;
    graph->edges[i].to = arrow->to;
  }
  layered_rank (graph);

  return graph;
}

static void
measure_boxes (Drawing *self, double width)
{
  for (guint i = 0; i < self->graph->n_nodes; i++) {
    GArray *lines = lines_of_box (self->map, i, width - 2 * INSET);

    g_ptr_array_add (self->boxes, lines);
    self->graph->nodes[i].width = width;
    self->graph->nodes[i].height = height_of (lines) + 2 * INSET;
  }
}

static void
measure_labels (Drawing *self, double width)
{
  for (guint i = 0; i < self->graph->n_edges; i++) {
    LayeredEdge *edge = &self->graph->edges[i];
    GArray *lines = lines_of_arrow (self->map->arrows->pdata[i], edge->is_back, width);

    g_ptr_array_add (self->labels, lines);
    edge->width = width_of (lines);
    edge->height = height_of (lines) + 4;
  }
}

static void
drawing_init (Drawing *self, GString *out, ScrutinyChain *chain, GPtrArray *beside)
{
  double width;

  *self = (Drawing){ .plot.out = out, .map = reason_map_new (chain) };
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  reason_tested_note (self->map, beside);
  self->graph = graph_new (self->map);
  width = (SVG_WIDTH - 2 * MARGIN + SPACE) / layered_n_across (self->graph) - SPACE;
  width = CLAMP (width, NARROWEST_BOX, BROADEST_BOX);
  measure_boxes (self, width);
  measure_labels (self, MIN (width, BROADEST_LABEL));
  layered_place (self->graph);
  self->left = MAX (MARGIN, (SVG_WIDTH - self->graph->width) / 2);
}

static void
drawing_clear (Drawing *self)
{
  layered_free (self->graph);
  reason_map_free (self->map);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->labels);
}

/* --- Drawing it ------------------------------------------------------------------------------ */

static gboolean
is_drawn_now (const Drawing *self, double top, double bottom)
{
  return bottom >= self->first && top <= self->end;
}

static void
draw_lines (const Drawing *self, const GArray *lines, double x, double y)
{
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    g_autofree char *style =
        g_strconcat (line->look->style, line->is_from_right ? " rtl" : "", NULL);

    svg_plot_open_text (&self->plot, style, "middle", self->left + x,
                        self->top + y + line->look->size - 1);
    escape_html (self->plot.out, line->text);
    g_string_append (self->plot.out, "</text>");
    y += line->look->step;
  }
}

/* What is about people’s lives has round corners. */
static void
draw_frame (const Drawing *self, guint index, gboolean is_about_people)
{
  const LayeredNode *node = &self->graph->nodes[index];

  g_string_append_printf (self->plot.out, "<rect class=\"%s\"", index == 0 ? "box claim" : "box");
  svg_append_attribute (self->plot.out, "x", self->left + node->x - node->width / 2);
  svg_append_attribute (self->plot.out, "y", self->top + node->y);
  svg_append_attribute (self->plot.out, "width", node->width);
  svg_append_attribute (self->plot.out, "height", node->height);
  svg_append_attribute (self->plot.out, "rx", is_about_people ? 16 : 2);
  g_string_append (self->plot.out, "/>");
}

static gboolean
is_about_people (const ReasonBox *box)
{
  for (guint i = 0; i < box->statements->len; i++)
    if (((ChainStatement *) box->statements->pdata[i])->kind == SCRUTINY_STATEMENT_KIND_OUTCOME)
      return TRUE;

  return FALSE;
}

static void
draw_box (const Drawing *self, guint index)
{
  const LayeredNode *node = &self->graph->nodes[index];

  if (!is_drawn_now (self, node->y, node->y + node->height))
    return;
  draw_frame (self, index, is_about_people (reason_map_box (self->map, index)));
  draw_lines (self, self->boxes->pdata[index], node->x, node->y + INSET);
}

static void
draw_line (const Drawing *self, const LayeredEdge *edge, guint first, guint end)
{
  g_string_append_printf (self->plot.out, "<path class=\"%s\" d=\"",
                          edge->is_back ? "link back" : "link");
  for (guint i = first; i < end; i++) {
    const LayeredPoint *point = &g_array_index (edge->points, LayeredPoint, i);

    g_string_append_c (self->plot.out, i == first ? 'M' : 'L');
    svg_append_coordinate (self->plot.out, self->left + point->x);
    g_string_append_c (self->plot.out, ' ');
    svg_append_coordinate (self->plot.out, self->top + point->y);
  }
  g_string_append (self->plot.out, "\"/>");
}

static void
draw_tip (const Drawing *self, const LayeredEdge *edge)
{
  const LayeredPoint *tip = &g_array_index (edge->points, LayeredPoint, edge->points->len - 1);

  g_string_append (self->plot.out, "<path class=\"tip\" d=\"M");
  svg_append_coordinate (self->plot.out, self->left + tip->x);
  g_string_append_c (self->plot.out, ' ');
  svg_append_coordinate (self->plot.out, self->top + tip->y);
  g_string_append (self->plot.out, edge->is_back ? "l-4 8h8z\"/>" : "l-4-8h8z\"/>");
}

static gboolean
edge_is_drawn_now (const Drawing *self, const LayeredEdge *edge)
{
  const double one = g_array_index (edge->points, LayeredPoint, 0).y;
  const double other = g_array_index (edge->points, LayeredPoint, edge->points->len - 1).y;

  return is_drawn_now (self, MIN (one, other), MAX (one, other));
}

static void
draw_arrow (const Drawing *self, guint index)
{
  const LayeredEdge *edge = &self->graph->edges[index];

  if (!edge_is_drawn_now (self, edge))
    return;
  draw_line (self, edge, 0, edge->n_before);
  draw_line (self, edge, edge->n_before, edge->points->len);
  draw_tip (self, edge);
  if (is_drawn_now (self, edge->y, edge->y + edge->height))
    draw_lines (self, self->labels->pdata[index], edge->x, edge->y + 2);
}

static void
draw_part (Drawing *self, const SvgChartLabels *labels, double first, double end)
{
  svg_open_sized (self->plot.out, labels, MAX (SVG_WIDTH, self->graph->width + 2 * MARGIN),
                  end - first + 2 * MARGIN);
  self->top = MARGIN - first;
  self->first = first - MARGIN;
  self->end = end - 1; /* what begins there belongs to the next part */
  for (guint i = 0; i < self->graph->n_edges; i++)
    draw_arrow (self, i);
  for (guint i = 0; i < self->graph->n_nodes; i++)
    draw_box (self, i);
  g_string_append (self->plot.out, "</svg>");
}

/* Where the part that begins at @first ends: at the last gap that a sheet has room for. */
static double
part_end (const Layered *graph, double first)
{
  double end = first;

  if (graph->height - first <= TALLEST_PART)
    return graph->height;
  for (guint i = 0; i < graph->n_gaps; i++)
    if (graph->gaps[i] > first && (end == first || graph->gaps[i] - first <= TALLEST_PART))
      end = graph->gaps[i];

  return end > first ? end : graph->height;
}

static const char *
text_of (const ReasonMap *map, guint index)
{
  return ((ChainStatement *) reason_map_box (map, index)->statements->pdata[0])->text;
}

/* What was found, and then what there is to see, for those who do not. */
static char *
dup_description (const ReasonMap *map, const char *found)
{
  GString *said = g_string_new (found);

  for (guint i = 0; i < map->arrows->len; i++) {
    const ReasonArrow *arrow = map->arrows->pdata[i];
    g_autofree char *evidence = reason_words_dup_evidence (arrow->reasons);

    g_string_append_printf (said, "%s“%s”, because “%s”: %s", said->len > 0 ? " " : "",
                            text_of (map, arrow->from), text_of (map, arrow->to), evidence);
    for (guint k = 0; k < arrow->notes->len; k++)
      g_string_append_printf (said, "; %s", (char *) arrow->notes->pdata[k]);
    g_string_append_c (said, '.');
  }

  return g_string_free (said, FALSE);
}

static guint
count_parts (const Layered *graph)
{
  guint n = 0;

  for (double y = 0; y < graph->height; y = part_end (graph, y))
    n++;

  return n;
}

static void
draw_parts (Drawing *self, const SvgChartLabels *labels)
{
  const guint n = count_parts (self->graph);
  double first = 0;

  for (guint i = 0; i < n; i++) {
    const double end = part_end (self->graph, first);
    g_autofree char *id = n > 1 ? g_strdup_printf ("%s-%u", labels->id, i + 1) : NULL;
    g_autofree char *title =
        n > 1 ? g_strdup_printf ("%s, part %u of %u", labels->title, i + 1, n) : NULL;
    SvgChartLabels part = *labels;

    part.id = id ? id : labels->id;
    part.title = title ? title : labels->title;
    part.description = i == 0 ? labels->description : NULL;
    draw_part (self, &part, first, end);
    first = end;
  }
}

/* --- Too large, or nothing ------------------------------------------------------------------- */

static gboolean
is_small (const ReasonMap *map)
{
  g_autoptr (Layered) graph = NULL;

  if (map->boxes->len > MOST_BOXES || map->arrows->len > MOST_ARROWS)
    return FALSE;
  graph = graph_new (map);

  return layered_n_across (graph) <= MOST_ACROSS;
}

char *
svg_reasons_dup_refusal (ScrutinyBecause *because)
{
  g_autoptr (ReasonMap) map = reason_map_new (scrutiny_because_get_chain (because));

  if (is_small (map))
    return NULL;

  return g_strdup_printf ("These reasons are too many to draw: %u %s, %u %s. They are listed.",
                          map->boxes->len, map->boxes->len == 1 ? "statement" : "statements",
                          map->arrows->len, map->arrows->len == 1 ? "reason" : "reasons");
}

/* A picture that says so. */
static void
append_refusal (GString *out, const char *refusal, const SvgChartLabels *labels)
{
  const SvgPlot plot = { .out = out };

  svg_open_sized (out, labels, SVG_WIDTH, 40);
  svg_plot_open_text (&plot, "what", "start", MARGIN, 24);
  escape_html (out, refusal);
  g_string_append (out, "</text></svg>");
}

void
svg_reasons_append (GString *out, ScrutinyBecause *because, const SvgChartLabels *labels)
{
  ScrutinyChain *chain = scrutiny_because_get_chain (because);
  g_autofree char *refusal = svg_reasons_dup_refusal (because);
  g_autofree char *description = NULL;
  SvgChartLabels described = *labels;
  Drawing drawing;

  if (refusal) {
    append_refusal (out, refusal, labels);
    return;
  }
  if (scrutiny_chain_get_n_statements (chain) == 0) {
    svg_open (out, labels);
    g_string_append (out, "</svg>");
    return;
  }

  drawing_init (&drawing, out, chain, labels->beside);
  description = dup_description (drawing.map, labels->description);
  described.description = description;
  if (labels->standalone)
    draw_part (&drawing, &described, 0, drawing.graph->height);
  else
    draw_parts (&drawing, &described);
  drawing_clear (&drawing);
}

static gboolean
ends_in_ellipsis (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_suffix (g_array_index (lines, Line, i).text, "…"))
      return TRUE;

  return FALSE;
}

gboolean
svg_reasons_cuts_text (ScrutinyBecause *because)
{
  Drawing drawing;
  gboolean is_cut = FALSE;

  drawing_init (&drawing, NULL, scrutiny_because_get_chain (because), NULL);
  for (guint i = 0; i < drawing.boxes->len; i++)
    is_cut |= ends_in_ellipsis (drawing.boxes->pdata[i]);
  drawing_clear (&drawing);

  return is_cut;
}

/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "case.h"

/* What C makes of the case, for the bindings to agree with. */

static void
print_chart (const char *name, ScrutinyChart *chart)
{
  static const char *const columns[] = { "value", "centre", "lower", "upper" };
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (chart));
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autofree char *reason_name = g_strconcat (name, ".reason", NULL);
  const double false_alarm = scrutiny_chart_get_false_alarm (chart);
  g_autofree char *alarm_name = g_strconcat (name, ".false-alarm", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *column = g_strconcat (name, ".", columns[i], NULL);
    gsize n;
    const double *values =
        scrutiny_table_get_doubles (scrutiny_chart_get_points (chart), columns[i], &n);

    case_print_bits (column, values, n);
  }
  case_print_text (json_name, json);
  case_print_text (reason_name, scrutiny_chart_get_reason (chart));
  case_print_bits (alarm_name, &false_alarm, 1);
}

static void
print_signals (const char *name, ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < signals->len; i++) {
    ScrutinySignal *signal = signals->pdata[i];

    g_string_append_printf (said, "%s %s %s..%s;", scrutiny_signal_get_rule (signal),
                            scrutiny_direction_get_name (scrutiny_signal_get_direction (signal)),
                            scrutiny_signal_get_first (signal), scrutiny_signal_get_last (signal));
  }
  case_print_text (name, said->str);
}

static void
print_findings (const char *name, GPtrArray *findings)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (all, "%s|%s|%s;", scrutiny_finding_get_id (findings->pdata[i]),
                            statement ? statement : "", question ? question : "");
  }
  case_print_text (name, all->str);
}

static void
print_p (ScrutinySeries *series)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) chart = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_P);
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");
  scrutiny_chart_options_set_phases (options, (const char *[]){ "2024-10", NULL });
  scrutiny_chart_options_set_excluded (options, (const char *[]){ "2023-12", NULL });
  chart = scrutiny_chart_new (series, options, NULL);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
  print_chart ("p", chart);
  print_signals ("p.signals", chart);
  print_findings ("p.findings", findings);
}

static void
print_xmr (ScrutinySeries *series)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) chart = NULL;

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_constants (options, "wheeler");
  scrutiny_chart_options_set_rules (options, (const char *[]){ "wheeler", "anhoej", NULL });
  scrutiny_chart_options_set_screen (options, TRUE);
  scrutiny_chart_options_set_width (options, 2.5);
  chart = scrutiny_chart_new (series, options, NULL);
  print_chart ("xmr", chart);
  print_signals ("xmr.signals", chart);
}

static void
print_auto (ScrutinySeries *series)
{
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);

  print_chart ("auto", chart);
  print_signals ("auto.signals", chart);
}

static void
print_proportion (void)
{
  g_autoptr (ScrutinyProportion) share = scrutiny_proportion_new (7, 9, 0.9, NULL);
  const double values[] = {
    scrutiny_proportion_get_value (share),
    scrutiny_proportion_get_low (share),
    scrutiny_proportion_get_high (share),
  };

  case_print_bits ("proportion", values, G_N_ELEMENTS (values));
}

static void
print_because (void)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) survey =
      scrutiny_evidence_new ("staff survey 2024, question 7", "2024-11");
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  scrutiny_chain_builder_state (builder, "done", SCRUTINY_STATEMENT_KIND_STATUS,
                                "97% of appraisals done: “GREEN”");
  scrutiny_chain_builder_state (builder, "managed", SCRUTINY_STATEMENT_KIND_SERVICE,
                                "Staff are well managed");
  scrutiny_chain_builder_state (builder, "talked", SCRUTINY_STATEMENT_KIND_SERVICE,
                                "Everyone has had the yearly talk");
  scrutiny_chain_builder_because (builder, "done", "managed", survey);
  scrutiny_chain_builder_because (builder, "managed", "talked", NULL);
  scrutiny_chain_builder_same_as (builder, "talked", "done", "marked by a member, 12 June");
  chain = scrutiny_chain_builder_end (builder, NULL);
  findings = scrutiny_because (chain, NULL);
  print_findings ("because", findings);
}

int
main (void)
{
  g_autoptr (ScrutinySeries) series = case_series ();

  case_print_bits ("values", scrutiny_series_get_values (series, NULL), 24);
  case_print_bits ("numerators", scrutiny_series_get_numerators (series, NULL), 24);
  case_print_bits ("denominators", scrutiny_series_get_denominators (series, NULL), 24);
  case_print_text ("hash", scrutiny_series_get_hash (series));
  print_p (series);
  print_xmr (series);
  print_auto (series);
  print_proportion ();
  print_because ();

  return 0;
}

# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions to ask of published performance figures.

    import scrutiny
    print(scrutiny.review(scrutiny.read("scorecard-q4.csv")))

The words are those of the C library and of the command line. Analyses are functions
that give a result; settings are keywords; missing numbers are None or NaN.
"""

import collections.abc
import numbers
import os
import pathlib
import tempfile

import gi
import gi.overrides


def _find_overrides():
    """In a source tree, or under a prefix of its own, the overrides are beside this package."""
    beside = pathlib.Path(__file__).resolve().parent.parent
    for folder in (beside / "overrides", beside / "gi/overrides"):
        if (folder / "Scrutiny.py").is_file() and str(folder) not in gi.overrides.__path__:
            gi.overrides.__path__.insert(0, str(folder))


_find_overrides()
gi.require_version("Scrutiny", "1")
from gi.repository import Gio, GLib, Scrutiny  # noqa: E402

from gi.overrides import Scrutiny as _plain  # noqa: E402

from . import arrow as _arrow  # noqa: E402
from .reasons import chain, vocabulary  # noqa: E402
from .requests import answer, keep  # noqa: E402

Error = _plain.Error

__all__ = ["Error", "Finding", "answer", "because", "capability", "chain", "chart", "check", "colour_fit", "colour_rule", "colours", "compare",
           "composite", "count", "definition", "demand", "discoveries", "draw", "drift", "heaping", "hints", "just_made", "keep", "link", "link_panel", "mix", "mixes", "notice",
           "overlap", "panel", "period_end", "pileup", "proportion", "quality", "ratchet", "ratio", "read", "reason_tests", "reconcile",
           "recipe", "records", "review", "series", "share", "shifts", "slope", "standard_checks", "step", "suppress", "table", "trend",
           "versions", "vocabulary", "waits", "write"]


def _set_all(options, settings):
    for name, value in settings.items():
        _plain.set_option(options, name, value)
    return options


# --- What you hold -----------------------------------------------------------------------


@_plain.raises
def read(file, *, columns=None, cancellable=None, **options):
    """Reads a CSV, a workbook or a dossier folder: a path, or an open file.

    `columns` maps a role, such as "value", to a column's name. The rest are the settings
    of ScrutinyReadOptions: `sheet`, `encoding`, `layout`, `council` and `calendar`.
    """
    settings = Scrutiny.ReadOptions.new()
    for role, name in (columns or {}).items():
        settings.set_column(role, name)
    _set_all(settings, options)
    if hasattr(file, "read"):
        return _read_open_file(file, settings, cancellable)
    return Scrutiny.read(_plain.as_file(file), settings, cancellable)


def _read_open_file(file, settings, cancellable):
    content = file.read()
    name = getattr(file, "name", None)
    name = os.path.basename(name) if isinstance(name, str) else ""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, name or "figures.csv")
        copy.write_bytes(content.encode() if isinstance(content, str) else content)
        return Scrutiny.read(_plain.as_file(copy), settings, cancellable)


@_plain.raises
def write(dossier, folder):
    """Saves a dossier as a folder that `read` gives back unchanged."""
    Scrutiny.write(dossier, _plain.as_file(folder), None)


def _timeline(values, periods):
    if periods is None:
        periods = getattr(values, "index", None)
    if periods is None or callable(periods):
        raise TypeError("periods are needed: a list such as ['2023-04', '2023-05'], or the first one")
    if isinstance(periods, Scrutiny.Timeline):
        return periods
    if isinstance(periods, str):
        return Scrutiny.Timeline.new(periods, len(values))
    return Scrutiny.Timeline.new_from_texts([_period(period, row) for row, period in enumerate(periods, 1)])


def _period(period, row):
    if _plain.is_missing(period) or isinstance(period, (numbers.Real, bytes)):
        raise TypeError(f"Row {row}: {period!r} is not the text of a period, such as '2023-04'")
    return str(period)


def _kept(values):
    """What can be read only once is kept, because its periods are counted too."""
    return list(values) if isinstance(values, collections.abc.Iterator) else values


def _doubles(values):
    return _plain.doubles(values.to_numpy() if hasattr(values, "to_numpy") else values)


@_plain.raises
def series(values, periods=None, *, unit=None):
    """A series of numbers: a list, an array, or a pandas Series whose index says when."""
    values = _kept(values)
    data = _doubles(values)
    made = Scrutiny.Series.new_from_bytes(_timeline(values, periods), data)
    return made.copy_with_unit(unit) if unit else made


@_plain.raises
def ratio(numerators, denominators, periods=None, *, scale=100, unit=None):
    """A series of `scale` times numerator over denominator, which keeps both."""
    numerators = _kept(numerators)
    data = _doubles(numerators), _doubles(denominators)
    made = Scrutiny.Series.new_ratio_from_bytes(_timeline(numerators, periods), *data, scale)
    return made.copy_with_unit(unit) if unit else made


@_plain.raises
def table(columns):
    """A table from a dict of columns or a DataFrame: numbers stay numbers, the rest is text.

    Whatever has Arrow capsules, such as a polars DataFrame or a table of pyarrow, is taken whole.
    """
    if not hasattr(columns, "keys") and _arrow.is_arrow(columns):
        return _arrow.table(columns)
    if not hasattr(columns, "keys"):
        raise TypeError(f"a table is a dict of columns or a DataFrame, not {type(columns).__name__}")
    made = Scrutiny.Table.new()
    for name in columns.keys():
        made = _add_column(made, str(name), columns[name])
    return made


def _add_column(made, name, column):
    if isinstance(column, str) or not isinstance(column, collections.abc.Iterable):
        raise TypeError(f"column {name!r} is a list or an array, not {type(column).__name__}")
    values = column.to_numpy() if hasattr(column, "to_numpy") else column
    if _plain.is_of_numbers(values):  # in one piece, not cell by cell
        return made.copy_with_doubles(name, _plain.doubles(values))
    items = column.tolist() if hasattr(column, "tolist") else list(column)
    if set(map(type, items)) == {str}:
        return made.copy_with_texts(name, items)
    if all(_plain.is_missing(item) or isinstance(item, numbers.Real) for item in items):
        return made.copy_with_doubles(name, _plain.doubles(items))
    return made.copy_with_texts(name, ["" if _is_gap(item) else str(item) for item in items])


def _is_gap(item):
    return _plain.is_missing(item) or (isinstance(item, float) and item != item)


@_plain.raises
def definition(kind=None, **values):
    """What an indicator measures: `text`, `numerator`, `denominator`, `exclusions`, `version`, `from_` and `until`.

    With a `kind`, "share", "count", "rate", "mean", "median" or "percentile", also how the figure comes of the
    rows behind it, as expressions over their columns: `of`, `counted`, `measure` and `dated`; `scale`, `level`,
    `segments`, `calendar`, `holidays`, `records`, `limit`, `unit`, `key`, `demand`, `cause` and
    `looks_back`.
    """
    said = {"kind": kind, **{name.rstrip("_"): value for name, value in values.items()}}
    texts = {name: _text_of(value) for name, value in said.items() if value is not None}
    return Scrutiny.Definition.new_from_values(list(texts), list(texts.values()))


def _text_of(value):
    return value if isinstance(value, str) else repr(float(value)) if isinstance(value, numbers.Real) else str(value)


def share(*, counted, dated, of=None, **values):
    """A definition of how many of the rows looked at (`of`, all if not given) are `counted`, in per cent.

    Each is an expression over the columns of the rows; `dated` is when a row belongs to.
    """
    return definition("share", of=of, counted=counted, dated=dated, **values)


@_plain.raises
def records(source, table=None, *, kinds=None, keep_in=None, releases=(), cancellable=None, **options):
    """The rows behind a figure, one a case: a path (CSV, packed or not, XLSX, a dossier), a DataFrame or a dict.

    With a `table`, source is how to reach a PostgreSQL server. `kinds` maps a column to "text", "number", "date",
    "date-time" or "truth"; `keep_in` is a file to keep the rows in; `releases` are the definitions whose figures
    are given out, each to be protected against those before it. The rest are the settings of
    ScrutinyRecordsOptions: `date_order`, `encoding`, `sheet`, `resource`, `most_rows`, `most_bytes`, `seconds`
    `suppress_below` and `round_to`.
    """
    settings = _set_all(Scrutiny.RecordsOptions.new(), options)
    for column, kind in (kinds or {}).items():
        settings.set_kind(column, kind)
    for release in releases:
        settings.add_release(release)
    if keep_in is not None:
        settings.set_keep_in(_plain.as_file(keep_in))
    if table is not None:
        return Scrutiny.Records.new_for_connection(source, table, settings, cancellable)
    if isinstance(source, (str, os.PathLike, Gio.File)):
        return Scrutiny.Records.read(_plain.as_file(source), settings, cancellable)
    return Scrutiny.Records.new_from_table(_rows(source), settings, cancellable)


# --- Analyses ----------------------------------------------------------------------------


def _analyse(cls, figures, options, progress, cancellable):
    """Of one series, or of each of a panel: that is a table with one row a series."""
    if not isinstance(figures, Scrutiny.Panel):
        return cls.new(figures, options)
    made = cls.tabulate(figures, options, progress, cancellable)
    made.index = list(figures.names)
    return made


@_plain.raises
def chart(figures, *, progress=None, cancellable=None, **options):
    """A chart with its limits and signals; of a panel, a table with one row a series.

    The settings are those of ScrutinyChartOptions: `kind`, `baseline`, `phases`, `excluded`,
    `rules`, `profile`, `width`, `constants`, `screen`, `centre`, `spread`, `gaps`, `known_centre`,
    `known_spread`, `weight`, `allowance` and `decision`. Periods are text; a pair is a span.
    """
    settings = _set_all(Scrutiny.ChartOptions.new(), options)
    return _analyse(Scrutiny.Chart, figures, settings, progress, cancellable)


@_plain.raises
def panel(figures, *, key, period="period", value=None, numerator=None, denominator=None, scale=100, threads=0):
    """Many series in one table, a dict of columns or a DataFrame: `key` names whose a row is.

    The figures are a column `value`, or a `numerator` and a `denominator`. They are looked at on
    so many `threads`, 0 for one a processor; no result depends on it.
    """
    rows, keys = _rows(figures), [key] if isinstance(key, str) else list(key)
    if numerator is None and denominator is None:
        made = Scrutiny.Panel.new(rows, keys, period, "value" if value is None else value)
    elif value is not None or numerator is None or denominator is None:
        raise TypeError("a panel is of a value, or of a numerator and a denominator")
    else:
        made = Scrutiny.Panel.new_ratio(rows, keys, period, numerator, denominator, scale)
    return made.copy_with_threads(threads) if threads else made


@_plain.raises
def trend(figures, *, progress=None, cancellable=None, **options):
    """What happened in a series: since when, its season, what cannot be told and why.

    Of a panel it is a table with one row a series. The settings are those of
    ScrutinyTrendOptions: `season`, `window`, `robust`, `level` and `test`.
    """
    settings = _set_all(Scrutiny.TrendOptions.new(), options)
    return _analyse(Scrutiny.Trend, figures, settings, progress, cancellable)


@_plain.raises
def slope(figures, *, covariate=None, progress=None, cancellable=None, **options):
    """Whether a figure moved steadily one way, how fast, and how often chance looks like it.

    Of a panel it is a table with one row a series, or with the test `regional` one result for
    all of them taken together. The settings are `season`, `level` and `test`, as those of
    `trend`; with a `covariate` that may explain the figure the test is `partial`.
    """
    settings = _set_all(Scrutiny.TrendOptions.new(), options)
    if isinstance(figures, Scrutiny.Panel) and options.get("test") == "regional":
        return Scrutiny.Slope.new_regional(figures, settings)
    if covariate is not None:
        return Scrutiny.Slope.new_partial(figures, covariate, settings)
    return _analyse(Scrutiny.Slope, figures, settings, progress, cancellable)


@_plain.raises
def waits(records, *, start, end, **options):
    """How long cases take, those that are still open among them: a row a case, or a dict or DataFrame of them.

    `start` and `end` name the columns of days; a case without an end is open. The settings are
    those of ScrutinyWaitsOptions: `until`, `key`, `level`, `windows`, `disclosure`, `working_days` and
    `names_rows`.
    """
    settings = _set_all(Scrutiny.WaitsOptions.new(), options)
    return Scrutiny.Waits.new(_rows(records), start, end, settings)


@_plain.raises
def capability(records, *, start, end, **options):
    """What single cases last, in the order in which they ended, and whether that moved.

    As waits(), of whose settings `until`, `key`, `disclosure` and `working_days` count.
    """
    settings = _set_all(Scrutiny.WaitsOptions.new(), options)
    return Scrutiny.Capability.new(_rows(records), start, end, settings)


@_plain.raises
def composite(figures, *, unit="unit", weights=None, thresholds=None, spreads=None, **options):
    """What the weights of a score decide: a row a unit, a column a component.

    `weights`, `thresholds` and `spreads` are dicts by component; without weights all columns of
    numbers count the same. The settings are those of ScrutinyCompositeOptions: `scaling`, `focus`,
    `published`, `level`, `draws` and `seed`.
    """
    settings = _set_all(Scrutiny.CompositeOptions.new(), options)
    for name, weight in (weights or {}).items():
        settings.set_weight(name, weight)
    for name, threshold in (thresholds or {}).items():
        settings.set_threshold(name, threshold)
    for name, spread in (spreads or {}).items():
        settings.set_spread(name, spread)
    return Scrutiny.Composite.new(_rows(figures), unit, settings)


@_plain.raises
def recipe(units, *, unit="unit", weights, thresholds=None, spreads=None, scaling=None, published=None):
    """What a score is made of, for an indicator of a dossier: a row a unit, a column a component.

    `weights`, `thresholds` and `spreads` are dicts by component, and those with a weight are the
    components. Leave out `scaling` where nobody says how they are put on one scale.
    """
    told = {"threshold": thresholds or {}, "spread": spreads or {}}
    columns = {name: [float(values.get(part, "nan")) for part in weights] for name, values in told.items() if values}
    parts = table({"component": [str(part) for part in weights], "weight": [float(w) for w in weights.values()], **columns})
    return Scrutiny.Recipe.new(unit, parts, scaling, published).copy_with_units(_rows(units))


@_plain.raises
def drift(figures, *, before=None, after=None):
    """What of a figure's move comes of what is counted, and what of what it is out of.

    `before` and `after` are periods such as "2022-04..2023-03"; without them the last year is set
    beside the one before it.
    """
    return Scrutiny.Drift.new(figures, before, after)


@_plain.raises
def link(figures, outcome=None, *, because=None, indicators=None, outcomes=None, progress=None, cancellable=None, **options):
    """Whether a figure and an outcome, both series or both indicators, move together.

    Of a dossier: `because` names two statements of a chain in it, and what measures them is looked at. Without it every pair
    of the `indicators` and `outcomes`, lists of ids, or of all, is a row of a table; so is every pair of two panels.
    Options are those of `LinkageOptions`: `max_lag`, `expected` ("up" or "down"), `events` (such as
    "2020-04..2020-06 first lockdown").
    """
    settings = _set_all(Scrutiny.LinkageOptions.new(), options)
    if because is not None:
        return Scrutiny.Linkage.new_for_reason(figures, *_parts("because", because, "(id, reason)", 2, 2), settings)
    if isinstance(figures, Scrutiny.Dossier):
        return Scrutiny.Linkage.tabulate_dossier(figures, _ids(indicators), _ids(outcomes), settings, progress, cancellable)
    if indicators is not None or outcomes is not None:
        raise TypeError("indicators and outcomes are ids in a dossier")
    if isinstance(figures, Scrutiny.Panel):
        return Scrutiny.Linkage.tabulate(figures, figures if outcome is None else outcome, settings, progress, cancellable)
    new = Scrutiny.Linkage.new if isinstance(figures, Scrutiny.Indicator) else Scrutiny.Linkage.new_of_series
    return new(figures, outcome, settings)


def _ids(given):
    return [given] if isinstance(given, str) else None if given is None else list(given)


@_plain.raises
def reason_tests(dossier, indicator):
    """What the figures of a dossier say of the reasons for one of its indicators, by its id.

    Of each line of reasons with figures at both ends, whether the outcome went as stated and, apart from
    that, whether the two move together.
    """
    return Scrutiny.ReasonTests.new(dossier, indicator)


@_plain.raises
def link_panel(figures, *, key, indicator, outcome, period="period", **options):
    """Whether two columns move together in the same places: a table, a dict of columns or a DataFrame.

    `key` names the column of places, whose rows stand together. The settings are those of
    ScrutinyLinkagePanelOptions: `region`, `indicator_of`, `outcome_of`, `lag`,
    `expected` ("up" or "down"), `contrast`, `draws` and `seed`.
    """
    settings = _set_all(Scrutiny.LinkagePanelOptions.new(), options)
    return Scrutiny.LinkagePanel.new(_rows(figures), key, period, indicator, outcome, settings)


@_plain.raises
def step(figures, at=None, *, claim=None, **options):
    """Whether a figure moved `at` a period that was named; `stated` says when, such as "2024-03-14".

    Of an indicator: a `claim` about it says from when, and when it was said. The settings are those of
    ScrutinyStepOptions: `stated`, `expected` ("up" or "down"), `draws` and `seed`.
    """
    settings = _set_all(Scrutiny.StepOptions.new(), {"at": at, **options})
    if claim is not None:
        return Scrutiny.Step.new_of_claim(figures, claim, settings)
    return Scrutiny.Step.new(figures, settings)


@_plain.raises
def versions(figures, earlier, later):
    """Two versions of the same figures, a column each: first and revised, or by two definitions."""
    return Scrutiny.Versions.new(_rows(figures), earlier, later)


@_plain.raises
def demand(contacts, *, kind="kind", cause="cause", **options):
    """What people contact a service about: a row a contact, with the kind and the cause somebody gave it.

    The settings are those of ScrutinyDemandOptions: `second_coder`, `level`, `margin` and
    `disclosure`.
    """
    settings = _set_all(Scrutiny.DemandOptions.new(), options)
    return Scrutiny.Demand.new(_rows(contacts), kind, cause, settings)


@_plain.raises
def shifts(figures, *, progress=None, cancellable=None, **options):
    """Where the level or the slope changed, and how sure that is.

    Of a panel it is a table with one row a series. The settings are those of
    ScrutinyShiftsOptions: `model`, `penalty`, `minimum_segment`, `season`, `sensitivity`,
    `level`, `seed` and `events`, a list such as ["2024-04 new assessment team"].
    """
    settings = _set_all(Scrutiny.ShiftsOptions.new(), options)
    return _analyse(Scrutiny.Shifts, figures, settings, progress, cancellable)


@_plain.raises
def discoveries(rows, *, chance="p_dependent", family=None, share=0.05):
    """A table with `p_adjusted` and `discovery`: what stands out though there are so many."""
    made = Scrutiny.discoveries_tabulate(rows, chance, family, share)
    made.index = getattr(rows, "index", None)
    return made


def count(rows):
    """How many series of a panel stand out, and how many chance alone would flag: a dict."""
    return Scrutiny.discoveries_count(rows).unpack()


@_plain.raises
def proportion(numerator, denominator, level=0.95):
    """A proportion with its Wilson interval."""
    return Scrutiny.Proportion.new(numerator, denominator, level)


@_plain.raises
def colour_rule(text, *, said_by="", on=""):
    """A rule for colours as somebody set it; `said_by` and `on` say who and when."""
    return Scrutiny.ColourRule.parse(text, Scrutiny.Claim.new("status", text, said_by, on))


def _rows(figures):
    return figures if isinstance(figures, Scrutiny.Table) else table(figures)


@_plain.raises
def colours(figures, rule, *, status="status", least=0, **options):
    """The colours of a table, a dict of columns or a DataFrame, set against the rule that gives them.

    Further keywords are the properties of ColourAuditOptions: `breaks`, where the figure is counted in another way,
    `shifts`, where it was found to shift, `chart`. Of a panel it is one result for all of its series that have at least
    `least` periods.
    """
    settings = _set_all(Scrutiny.ColourAuditOptions.new(), options)
    if isinstance(figures, Scrutiny.Panel):
        if options:
            raise TypeError(f"of many series {', '.join(options)} means nothing")
        return Scrutiny.ColourPanel.new(figures, rule, least, None, None)
    settings.set_status_column(status)
    return Scrutiny.ColourAudit.new_with_options(_rows(figures), rule, settings)


@_plain.raises
def reconcile(published, recomputed):
    """Published figures beside what the rows behind them give.

    `published` is a table, a dict of columns or a DataFrame with `period` and `value`, or a series.
    """
    if isinstance(published, Scrutiny.Series):
        published = {"period": published.periods, "value": list(published)}
    return Scrutiny.Reconciliation.new(_rows(published), recomputed)


@_plain.raises
def notice(figures, *, level=0.95, power=0.8):
    """What a series could notice: the least move that usually shows in one period, and from year to year."""
    return Scrutiny.Notice.new(figures, level, power)


@_plain.raises
def overlap(panel):
    """How much the figures of a panel say the same: as how many they behave, and which move as one."""
    return Scrutiny.Overlap.new(panel)


@_plain.raises
def colour_fit(scorecard, *, order=None):
    """The rules that would explain the colours of a scorecard that states none."""
    rows = _rows(scorecard)
    return Scrutiny.ColourFit.new_with_order(rows, list(order)) if order else Scrutiny.ColourFit.new(rows)


@_plain.raises
def pileup(rows, threshold, *, column=None, counts=None, start=None, end=None, **options):
    """Whether more cases end at a limit than the lengths around it suggest.

    A row is a case and `column` how long it took; or, with `counts`, a row is a length. With
    `start` and `end`, two columns of dates, the length is what lies between them. Without any
    of them `rows` is the lengths themselves. The settings are those of ScrutinyPileupOptions:
    `unit`, `window`, `half_width`, `dated`, `since` and `disclosure`.
    """
    settings = _set_all(Scrutiny.PileupOptions.new(), options)
    if (start is None) != (end is None) or (start is not None and (column or counts)) or (counts and not column):
        raise TypeError("lengths are a column, a column and counts, or a start and an end")
    if start is not None:
        return Scrutiny.Pileup.new_between(_rows(rows), start, end, threshold, settings)
    if counts is not None:
        return Scrutiny.Pileup.new_counted(_rows(rows), column, counts, threshold, settings)
    if column is None:
        rows, column = {"length": rows}, "length"
    return Scrutiny.Pileup.new(_rows(rows), column, threshold, settings)


@_plain.raises
def heaping(rows, *, column=None, threshold=None, **options):
    """Whether last digits of lengths are as even as a smooth spread gives them.

    A row is a case and `column` how long it took; without one `rows` is the lengths themselves.
    With a `threshold` what lies at that limit is left out. The settings are those of `pileup`
    that mean something here: `unit`, `disclosure`, and beside a limit `window`.
    """
    if column is None:
        rows, column = {"length": rows}, "length"
    if threshold is None:
        beside = [name for name in options if name not in ("unit", "disclosure")]
        if beside:
            raise TypeError(f"without a threshold {', '.join(beside)} means nothing")
        return Scrutiny.Heaping.new_with_options(_rows(rows), column, _set_all(Scrutiny.PileupOptions.new(), options))
    return Scrutiny.Heaping.new_beside_limit(_rows(rows), column, threshold, _set_all(Scrutiny.PileupOptions.new(), options))


@_plain.raises
def just_made(rows, threshold, *, numerator, denominator, width=2):
    """Whether more units than chance gives lie from `threshold` to `threshold` + `width` percent."""
    return Scrutiny.JustMade.new(_rows(rows), numerator, denominator, threshold, width)


@_plain.raises
def period_end(rows, *, closed, opened=None, last_days=2):
    """Whether more cases are closed on the last working days of a month than on others."""
    return Scrutiny.PeriodEnd.new(_rows(rows), closed, opened, last_days)


@_plain.raises
def ratchet(rows, *, value="value", target="target"):
    """Whether targets follow what was reached on one side alone; a row a period, in their order."""
    return Scrutiny.Ratchet.new(_rows(rows), value, target)


_QUALITY_ROLES = ("period", "value", "numerator", "denominator", "low", "high", "total", "opening", "into", "out",
                  "closing", "first", "other", "published", "meeting", "opened", "closed", "segment")


@_plain.raises
def quality(figures, *, key=(), parts=(), codes=None, checked=0, wrong=0, **columns):
    """Facts about the quality of figures or of records, and what they ask for; no total.

    figures are rows, an indicator or a dossier. Of rows, key is whose each is, and columns says which column holds
    what: value, numerator, denominator, period, segment and the other roles of ScrutinyQualityOptions; codes says what
    the cells of a column may hold, {"outcome": ["helped", "closed"]}.
    """
    if isinstance(figures, Scrutiny.Dossier):
        return Scrutiny.Quality.new_of_dossier(figures)
    if isinstance(figures, Scrutiny.Indicator):
        return Scrutiny.Quality.new_of_indicator(figures)
    options = Scrutiny.QualityOptions.new()
    for role, name in columns.items():
        if role not in _QUALITY_ROLES:
            raise TypeError(f"no column {role!r}; there are {', '.join(_QUALITY_ROLES)}")
        options.set_column(role, name)
    options.set_key([key] if isinstance(key, str) else list(key))
    options.set_parts(list(parts))
    for name, listed in (codes or {}).items():
        options.set_codes(name, [str(code) for code in listed])
    options.set_audit(checked, wrong)
    return Scrutiny.Quality.new(_rows(figures), options)


@_plain.raises
def suppress(counts, *, keys, count="count", of=None, cuts=False, threshold=5, round_to=0):
    """Counts as they may leave: small ones hidden, and what would give them away.

    With of, the column of all cases, keys is one column and shares are hidden with their counts. With cuts the counts
    are totals that lie within each other, and no two that are shown differ by a few.
    """
    names = [keys] if isinstance(keys, str) else list(keys)
    if cuts and (len(names) != 1 or round_to or of):
        raise TypeError("with cuts, keys is one column, and there is no of and no rounding")
    if cuts:
        return Scrutiny.Suppression.new_cuts(_rows(counts), names[0], count, threshold)
    if of is None:
        return Scrutiny.Suppression.new(_rows(counts), names, count, threshold, round_to)
    if len(names) != 1 or round_to:
        raise TypeError("with of, keys is one column, and nothing is rounded")
    return Scrutiny.Suppression.new_share(_rows(counts), names[0], count, of, threshold)


@_plain.raises
def compare(figures, *, area, numerator, denominator, neighbours=None, **options):
    """Areas set side by side: which chance does not explain, and which places each could have.

    `area`, `numerator` and `denominator` name columns; `neighbours` is a table of `area` and
    `neighbour`. The settings are those of ScrutinyComparisonOptions: `kind`, `scale`, `dispersion`,
    `limits`, `score`, `trim`, `level`, `draws`, `seed`, `focus`, `band`, `standard`, `spread`,
    `published`, `rank`, `quartile`, `ranges`, `called` and `disclosure`.
    """
    settings = _set_all(Scrutiny.ComparisonOptions.new(), options)
    if neighbours is not None:
        settings.set_neighbours(_rows(neighbours))
    return Scrutiny.Comparison.new(_rows(figures), area, numerator, denominator, settings)


@_plain.raises
def mix(figures, *, segment, numerator, denominator, **options):
    """What the change of a figure is made of: how its parts moved, and how much of the whole each is.

    `segment` names the column of the parts, or a list of columns that are told apart together. The
    settings are those of ScrutinyMixOptions: `period`, `before`, `after`, `counts`, `deviation`,
    `standard_error`, `unit`, `scale`, `level`, `draws`, `seed` and `disclosure`. Of means, `numerator`
    is their column, `denominator` that of their cases, and `deviation` that of the spread of a case.
    """
    settings = _set_all(Scrutiny.MixOptions.new(), options)
    names = [segment] if isinstance(segment, str) else list(segment)
    return Scrutiny.Mix.new(_rows(figures), names, numerator, denominator, settings)


@_plain.raises
def mixes(figures, *, segments, numerator, denominator, **options):
    """The same by several columns, each by itself and allowing for how many they are: a table."""
    settings = _set_all(Scrutiny.MixOptions.new(), options)
    return Scrutiny.Mix.tabulate(_rows(figures), list(segments), numerator, denominator, settings)


@_plain.raises
def because(reasons, *, as_of=None, years=5):
    """And that’s good for the public because…? The findings about a chain of reasons.

    With `as_of`, such as "2025-06", evidence that is then more than `years` old is told too.
    """
    if as_of is None:
        return Scrutiny.because(reasons)
    return Scrutiny.Because.new_as_of(reasons, as_of, years).dup_findings()


@_plain.raises
def hints(reasons, indicator=None):
    """Which reasons may say again what was said before, told from their words: questions only."""
    return Scrutiny.Hints.new(reasons, indicator)


@_plain.raises
def draw(result, title=""):
    """A picture of a result, as the text of an SVG."""
    return Scrutiny.draw(result, title)


# --- The main job ------------------------------------------------------------------------


def _variant(name, value):
    """A fact: a number, a text, a truth, or a list of numbers or texts."""
    if isinstance(value, bool):
        return GLib.Variant("b", value)
    if isinstance(value, numbers.Integral):
        return GLib.Variant("x", int(value))
    if isinstance(value, numbers.Real):
        return GLib.Variant("d", float(value))
    if isinstance(value, str):
        return GLib.Variant("s", value)
    if isinstance(value, collections.abc.Iterable):
        items = list(value)
        if all(isinstance(item, str) for item in items):
            return GLib.Variant("as", items)
        if all(isinstance(item, numbers.Real) for item in items):
            return GLib.Variant("ad", [float(item) for item in items])
    raise TypeError(f"the fact {name!r} is a number, a text or a list of either, not {value!r}")


@_plain.raises
def Finding(id, statement, question=None, *, request=None, **facts):
    """Something to say: a message that names facts in {braces}, and the facts."""
    filled = GLib.Variant("a{sv}", {name: _variant(name, value) for name, value in facts.items()})
    made = Scrutiny.Finding.new(id, statement, question, filled)
    return made.copy_with_request(request) if request else made


def check(id):
    """Makes a check of a function that gives findings about one indicator.

    What the function raises is not lost: the check is then among what was not done.
    """
    if not isinstance(id, str):
        raise TypeError("a check has a name: @scrutiny.check('ashcombe.round-numbers')")

    def decorate(function):
        def run(indicator, findings, *_):
            try:
                for found in _found(function(indicator)):
                    findings.append(found)
            except Exception as error:
                findings.append(_not_done(id, error))

        return Scrutiny.Check.new(id, run)

    return decorate


def _found(given):
    return [given] if isinstance(given, (Scrutiny.Finding, Scrutiny.Result)) else given or ()


def _not_done(id, error):
    said = f"{id} was not done: {error or type(error).__name__}"
    return Finding("check.not-done", "{reason}", check=id, reason=said.encode("utf-8", "replace").decode())


def standard_checks():
    """The checks that `review` makes when none are given, in order."""
    return Scrutiny.review_dup_checks()


@_plain.raises
def review(dossier, checks=None, *, progress=None, cancellable=None):
    """Asks of every figure: can it be reproduced, is the colour sound, is the change real, what is it good for?"""
    return Scrutiny.review(dossier, None if checks is None else _checks(checks), progress, cancellable)


def _checks(given):
    checks = list(given)
    for one in checks:
        if not isinstance(one, Scrutiny.Check):
            raise TypeError(f"{one!r} is not a check; make one with @scrutiny.check('a.name')")
    return checks

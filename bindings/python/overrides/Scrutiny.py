# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What introspection cannot know: buffers in and out, iteration, and plain data.

Loaded by PyGObject whenever the Scrutiny namespace is. Nothing here computes: it makes
attributes of getters, words of enumerations, dicts of facts, and exceptions of what C
would only warn about.
"""

import array
import collections.abc
import decimal
import functools
import itertools
import math
import numbers
import os
import re

from gi.module import get_introspection_module
from gi.repository import Gio, GLib, GObject

Scrutiny = get_introspection_module("Scrutiny")
__all__ = []

# --- Errors ------------------------------------------------------------------------------


class Error(ValueError):
    """What is wrong with what was handed in.

    `code` is one word, such as "not-found". `row`, `column` and `value` are the place as
    the message shows it, or None.
    """

    # “pack.csv, row 14, column “Actual”: “<5” hides …”, “Row 2: “x” is …”, “2023-05 (row 2): “x” is …”
    _ROW = re.compile(r"(?:^|, |\()[Rr]ow (\d+)\)?(?:, column “([^”]*)”)?: (?:“([^”]*)”)?")
    _COLUMN = re.compile(r"(?:^|, )[Cc]olumn “([^”]*)”: (?:“([^”]*)”)?")
    _VALUE = re.compile(r"(?:^|: )“([^”]*)”")

    def __init__(self, message, code="unreadable"):
        super().__init__(message)
        self.code = code
        self.row, self.column, self.value = self._place(message)

    @classmethod
    def _place(cls, message):
        if found := cls._ROW.search(message):
            return int(found[1]), found[2], found[3]
        if found := cls._COLUMN.search(message):
            return None, found[1], found[2]
        found = cls._VALUE.search(message)
        return None, None, found and found[1]

    def __reduce__(self):
        return Error, (str(self), self.code)


_IO = {
    Gio.IOErrorEnum.NOT_FOUND: FileNotFoundError,
    Gio.IOErrorEnum.EXISTS: FileExistsError,
    Gio.IOErrorEnum.IS_DIRECTORY: IsADirectoryError,
    Gio.IOErrorEnum.NOT_DIRECTORY: NotADirectoryError,
    Gio.IOErrorEnum.PERMISSION_DENIED: PermissionError,
}


def raises(function):
    """Turns the library's errors into Error and the system's into OSError."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except GLib.Error as error:
            raised = _exception_for(error)
            if not raised:
                raise
        raise raised

    return call


def _exception_for(error):
    if error.matches(Scrutiny.error_quark(), error.code):
        return Error(error.message, Scrutiny.Error(error.code).value_nick)
    if error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED):
        return None
    if error.matches(Gio.io_error_quark(), error.code):
        return _IO.get(error.code, OSError)(error.message)
    return None


# --- Numbers in and out ------------------------------------------------------------------


def doubles(values):
    """GLib.Bytes of native doubles from numbers, an array.array, NumPy or any buffer.

    None is missing, and so is what a NumPy mask hides. Numbers of other widths and byte
    orders are converted, strides are followed. Text is refused with its row, more than one
    dimension with its shape. Without this PyGObject would cut each number to one byte.
    """
    if isinstance(values, (str, bytes, bytearray, collections.abc.Mapping, collections.abc.Set)):
        raise TypeError(f"a column is a list or an array of numbers, not {type(values).__name__}")
    if hasattr(values, "mask") and hasattr(values, "filled"):
        values = values.astype("float64").filled(math.nan)
    try:
        view = memoryview(values)
    except (TypeError, ValueError):
        return _doubles_one_by_one(values)
    if view.ndim != 1:
        raise TypeError(f"a column has one dimension, not the shape {view.shape}")
    if view.format == "d":
        return GLib.Bytes.new(view.tobytes())
    if _fits(values, view):
        return GLib.Bytes.new(values.astype("float64").tobytes())
    return _doubles_one_by_one(_items(values))


def is_of_numbers(values):
    """Whether a buffer says of itself that it holds nothing else."""
    if hasattr(values, "dtype"):
        return getattr(values.dtype, "kind", "") in ("f", "i", "u", "b")
    return isinstance(values, (array.array, memoryview)) and values.itemsize > 0 and _kind_of(values) in "bBhHiIlLqQfd"


def _kind_of(values):
    return getattr(values, "typecode", None) or getattr(values, "format", "")


_MOST = 2**53  # Beyond it not every whole number is a double.


def _fits(values, view):
    """Whether NumPy can convert an array without rounding any of it."""
    kind = getattr(getattr(values, "dtype", None), "kind", "")
    if kind == "f":
        return view.itemsize <= 8
    if kind not in ("i", "u", "b"):
        return False
    return view.itemsize < 8 or not len(values) or -_MOST <= int(values.min()) <= int(values.max()) <= _MOST


def _items(values):
    return values.tolist() if hasattr(values, "tolist") else values


def _doubles_one_by_one(values):
    if len(getattr(values, "shape", (1,))) > 1:
        raise TypeError(f"a column has one dimension, not the shape {values.shape}")
    if not isinstance(values, collections.abc.Iterable):
        raise TypeError(f"a column is a list or an array of numbers, not {type(values).__name__}")
    items = values if isinstance(values, collections.abc.Sized) else list(values)
    numbers_only = set(map(type, items)) == {float}
    return GLib.Bytes.new(array.array("d", items if numbers_only else map(_number, items, itertools.count(1))).tobytes())


def _number(value, row):
    if type(value) is float:
        return value
    if is_missing(value):
        return math.nan
    if not isinstance(value, (numbers.Real, decimal.Decimal)):
        raise TypeError(f"Row {row}: {value!r} is not a number; missing is None")
    try:
        number = float(value)
    except (OverflowError, ValueError):
        number = None
    if number is None or (isinstance(value, numbers.Integral) and int(number) != int(value)):
        raise TypeError(f"Row {row}: {value!r} has more digits than a double keeps")
    return number


def is_missing(value):
    return value is None or type(value).__name__ in ("NAType", "NaTType")


def _view(data):
    """Doubles that cannot be written to: a NumPy array, or a memoryview where NumPy is absent."""
    raw = (data.get_data() if data else None) or b""
    try:
        import numpy
    except ImportError:
        return memoryview(raw).cast("d")
    return numpy.frombuffer(raw, dtype="float64")


# --- Attributes --------------------------------------------------------------------------


def plain(value):
    """An enumeration's name, a variant's content, anything else as it is."""
    if isinstance(value, GObject.GEnum):
        return value.value_nick
    return value.unpack() if isinstance(value, GLib.Variant) else value


def _attribute(cls, name):
    setter = f"set_{name[4:]}"

    def get(self):
        return plain(getattr(self, name)())

    if setter not in vars(cls):
        return property(get, doc=f"What `{name}` gives.")
    return property(get, lambda self, value: set_option(self, name[4:], value))


def _takes_nothing(function):
    try:
        return not function.get_arguments() and function.is_method()
    except AttributeError:
        return False


def _add_attributes(cls):
    """`chart.kind` for `chart.get_kind ()`, `report.questions` for `report.dup_questions ()`."""
    for name in list(vars(cls)):
        if name[:4] in ("get_", "dup_") and _takes_nothing(vars(cls)[name]):
            short = name[4:] + ("_" if name[4:] == "from" else "")
            setattr(cls, short, _attribute(cls, name))


def _classes():
    for name in dir(Scrutiny):
        cls = getattr(Scrutiny, name)
        if isinstance(cls, type) and issubclass(cls, (GObject.Object, GObject.GInterface)):
            yield cls


# --- Settings ----------------------------------------------------------------------------


def set_option(options, name, value):
    """Sets one property of an options object from plain data; None leaves the default."""
    known = [method[4:] for method in vars(type(options)) if method.startswith("set_")]
    if name not in known:
        raise TypeError(f"no setting {name!r}; there are {', '.join(sorted(known))}")
    if value is not None:
        before = getattr(options, f"get_{name}")
        getattr(options, f"set_{name}")(_setting(name, before(), value))


_LISTS = {"phases", "excluded", "rules", "events", "breaks", "ranges"}


def _setting(name, before, value):
    if isinstance(value, GObject.Object):
        return value
    if isinstance(before, GObject.GEnum):
        return nick(type(before), value)
    if isinstance(before, bool):
        if not isinstance(value, bool):
            raise TypeError(f"{name} is True or False, not {value!r}")
        return value
    if isinstance(before, float):
        return value
    if isinstance(before, int):
        if isinstance(value, bool) or not isinstance(value, numbers.Integral) or value < 0:
            raise TypeError(f"{name} is a whole number from 0 on, not {value!r}")
        return int(value)
    if name in _LISTS:
        listed = [value] if isinstance(value, (str, tuple)) else value
        return [_span(name, item) for item in listed]
    return _span(name, value)


def _span(name, value):
    """A period, or a pair of them as `A..B`: text, or what prints as text, such as pandas' Period."""
    if isinstance(value, tuple):
        return "..".join(_span(name, end) for end in value)
    if value is None or isinstance(value, (numbers.Number, collections.abc.Collection)) and not isinstance(value, str):
        raise TypeError(f"{name} takes text, such as '2023-12' or '@12' for a row, not {value!r}")
    return str(value)


def nick(kinds, name):
    """The member of an enumeration that goes by a name."""
    members = list(kinds.__enum_values__.values())
    for member in members:
        if name == member or name == member.value_nick:
            return member
    raise TypeError(f"there is no {name!r}; there are {', '.join(member.value_nick for member in members)}")


# --- What each class has besides -----------------------------------------------------------


def _extends(*names):
    """Copies what a class has into the library's classes of these names."""

    def copy(extension):
        for cls in (getattr(Scrutiny, name) for name in names):
            for name, value in vars(extension).items():
                if name not in ("__module__", "__dict__", "__weakref__", "__doc__", "__qualname__"):
                    setattr(cls, name, value)
        return extension

    return copy


def _within(cls, name, length):
    """Makes a getter by position raise IndexError where C would warn and give nothing."""
    call = vars(getattr(Scrutiny, cls))[name]

    def get(self, index):
        if not 0 <= index < getattr(self, length)():
            raise IndexError(f"no {index}: there are {getattr(self, length)()}")
        return call(self, index)

    setattr(getattr(Scrutiny, cls), name, get)


def _named(name):
    call = vars(Scrutiny.Table)[name]

    def get(self, column):
        if not self.has_column(column):
            raise KeyError(f"no column {column!r}; there are {', '.join(self.dup_names())}")
        return call(self, column)

    setattr(Scrutiny.Table, name, get)


for _cls in _classes():
    _add_attributes(_cls)
for _place in (("Series", "get_value", "get_n_values"), ("Series", "get_state", "get_n_values"),
               ("Series", "get_bounds", "get_n_values"), ("Timeline", "get_ordinal", "get_n_periods"),
               ("Timeline", "dup_text", "get_n_periods"), ("Timeline", "dup_label", "get_n_periods"),
               ("Dossier", "get_indicator", "get_n_indicators")):
    _within(*_place)
for _name in ("get_doubles", "get_texts", "get_bytes", "is_text"):
    _named(_name)


@_extends("Timeline")
class _Timeline:
    def __len__(self):
        return self.get_n_periods()

    def __iter__(self):
        return iter(self.dup_texts())

    def __repr__(self):
        return f"<Scrutiny.Timeline {_ends(self)}>"


def _ends(timeline):
    n = timeline.get_n_periods()
    return f"{timeline.dup_text(0)}..{timeline.dup_text(n - 1)}" if n else "empty"


@_extends("Series")
class _Series:
    def __len__(self):
        return self.get_n_values()

    def __iter__(self):
        return iter(self.values.tolist())

    def __array__(self, dtype=None, copy=None):
        return self.values if dtype is None else self.values.astype(dtype)

    values = property(lambda self: _view(self.get_bytes()), doc="The values, read-only; NaN where missing.")
    periods = property(lambda self: self.get_timeline().dup_texts())
    states = property(lambda self: [self.get_state(row) for row in range(len(self))])

    @property
    def numerators(self):
        return _view(self.get_numerator_bytes()) if self.has_counts() else None

    @property
    def denominators(self):
        return _view(self.get_denominator_bytes()) if self.has_counts() else None

    def __repr__(self):
        return f"<Scrutiny.Series {len(self)} values {_ends(self.get_timeline())}>"


@_extends("Table")
class _Table:
    """Columns by name: a list of texts, or doubles that cannot be written to."""

    def __len__(self):
        return self.get_n_rows()

    def __iter__(self):
        return iter(self.dup_names())

    def __contains__(self, name):
        return isinstance(name, str) and self.has_column(name)

    def __getitem__(self, name):
        return list(self.get_texts(name) or ()) if self.is_text(name) else _view(self.get_bytes(name))

    def to_dict(self):
        return {name: self[name] for name in self}

    def to_frame(self, index=None):
        """A pandas DataFrame; the rows of a panel go by its keys unless `index` says otherwise."""
        import pandas

        frame, index = pandas.DataFrame(self.to_dict()), getattr(self, "index", None) if index is None else index
        return frame.set_index(index) if index else frame

    def __repr__(self):
        return f"<Scrutiny.Table {len(self)} rows: {', '.join(self)}>"


@_extends("Finding")
class _Finding:
    statement = property(lambda self: self.dup_statement(None))
    question = property(lambda self: self.dup_question(None))
    request = property(lambda self: self.dup_request(None))
    # Of what was not done: which check, and what it would have needed.
    check = property(lambda self: self.facts.get("check"))
    reason = property(lambda self: self.facts.get("reason"))

    def to_dict(self):
        return {"id": self.id, "subject": self.subject, "statement": self.statement, "facts": self.facts,
                "question": self.question, "request": self.request}

    def __str__(self):
        return self.statement or ""

    def __repr__(self):
        return f"<Scrutiny.Finding {self.id}: {self}>"


@_extends("Chart")
class _Chart:
    def __repr__(self):
        return f"<Scrutiny.Chart {self.kind}: {len(self.points)} points, {len(self.signals)} signals>"


@_extends("Signal")
class _Signal:
    def __repr__(self):
        return f"<Scrutiny.Signal {self.rule} {self.direction} {self.first}..{self.last}>"


@_extends("Waits")
class _Waits:
    def __repr__(self):
        return f"<Scrutiny.Waits {self.n_finished} finished, {self.n_open} open: half within {self.half:.4g} days>"


@_extends("Proportion")
class _Proportion:
    def __repr__(self):
        return f"<Scrutiny.Proportion {self.value:.4g} ({self.low:.4g} to {self.high:.4g})>"


@_extends("Comparison")
class _Comparison:
    def __repr__(self):
        return f"<Scrutiny.Comparison {self.kind} of {self.n_areas} areas, φ {self.phi:.3g}>"


@_extends("Mix")
class _Mix:
    def __repr__(self):
        return f"<Scrutiny.Mix {self.total:+.4g}: {self.rate_part:+.4g} rate, {self.mix_part:+.4g} mix>"


@_extends("Chain")
class _Chain:
    def __len__(self):
        return self.get_n_statements()

    def __iter__(self):
        return iter(self.dup_statements())

    def __contains__(self, name):
        return isinstance(name, str) and self.has_statement(name)

    def __str__(self):
        return self.dup_text()

    def __repr__(self):
        return f"<Scrutiny.Chain {len(self)} statements, {self.n_reasons} reasons>"


@_extends("Indicator")
class _Indicator:
    def __repr__(self):
        return f"<Scrutiny.Indicator {self.id}: {self.title}>"


@_extends("Dossier")
class _Dossier:
    def __len__(self):
        return self.get_n_indicators()

    def __iter__(self):
        return (self.get_indicator(i) for i in range(len(self)))

    def __contains__(self, name):
        return any(name in (indicator, indicator.id) for indicator in self)

    def __getitem__(self, key):
        if isinstance(key, numbers.Integral):
            return self.get_indicator(range(len(self))[key])
        try:
            return self.find_indicator(key)
        except GLib.Error as error:
            raise KeyError(error.message) from None

    def __repr__(self):
        return f"<Scrutiny.Dossier {self.title or self.source or ''}: {len(self)} indicators>"


@_extends("Report")
class _Report:
    @raises
    def text(self, form="text", lang=None):
        """The report in one form: text, md, html, json or csv."""
        return self.dup_text(form, lang)

    def __str__(self):
        return self.text()

    def __repr__(self):
        return f"<Scrutiny.Report {len(self.questions)} questions, {len(self.not_done)} not done>"


_write = Scrutiny.Report.write


@raises
def _write_report(self, file, form=None, lang=None):
    """Writes the report to a path; the form goes by the name unless it is said."""
    _write(self, as_file(file), form, lang, None)


Scrutiny.Report.write = _write_report


def as_file(file):
    """A GFile of a path in any form; a GFile stays one."""
    return file if isinstance(file, Gio.File) else Gio.File.new_for_path(os.fspath(file))


@_extends("ColourRule", "Claim", "Companion", "Definition", "Evidence", "Harm", "Request", "Response", "View")
class _Replaceable:
    @raises
    def replace(self, **changes):
        """The same with one or more properties changed, each given as text."""
        made = self
        for name, value in changes.items():
            made = made.copy_with(name.rstrip("_").replace("_", "-"), value)
        return made


_recompute, _recompute_table = Scrutiny.Records.recompute, Scrutiny.Records.recompute_table
_rows_of, _findings_of = Scrutiny.Records.dup_rows, Scrutiny.Records.dup_findings


def _calendar(name):
    return nick(Scrutiny.Calendar, "unknown" if name is None else name)


@_extends("Records")
class _Records:
    def __len__(self):
        return self.get_n_rows()

    @raises
    def recompute(self, definition, calendar=None, *, cancellable=None):
        """The figure worked out from the rows: a series; of a definition with segments, a table.

        `calendar` is "month", "financial-quarter" and so on; the definition's own unless it is given.
        """
        work = _recompute_table if definition.get_segments() else _recompute
        return work(self, definition, _calendar(calendar), cancellable)

    @raises
    def rows(self, definition, period, calendar=None, *, cancellable=None):
        """The rows of one period by their number in the file, with what is counted and measured of each."""
        return _rows_of(self, definition, _calendar(calendar), period, cancellable)

    @raises
    def findings(self, definition, *, cancellable=None):
        """What is to be said of the rows that a definition cannot be applied to as it is meant."""
        return list(_findings_of(self, definition, cancellable))

    @raises
    def groups(self, column, where=None, *, cancellable=None):
        """How many rows there are of each value of a column."""
        return self.dup_groups(column, where, cancellable)

    @raises
    def spread(self, measure, by=None, *, step=1, where=None, cancellable=None):
        """How many rows there are of each step of what is measured: the tail and the pile-up, not a mean."""
        return self.dup_spread(measure, step, by, where, cancellable)

    @raises
    def table(self, *columns, where=None, cancellable=None):
        """Columns, or what is worked out of some, row by row and with nothing withheld."""
        return self.dup_table(list(columns), where, cancellable)

    def __repr__(self):
        return f"<Scrutiny.Records {len(self)} rows: {', '.join(self.dup_names())}>"

# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables in and out by the Arrow PyCapsule interface, which polars, pyarrow, DuckDB and others speak.

Introspection has no words for what is behind an address, so that the four functions of
scrutiny/arrow.h are called as C has them. Addresses come from capsules only, whose names say
what they are.
"""

import ctypes

from gi.repository import Gio, Scrutiny

from gi.overrides import Scrutiny as _plain

_scrutiny = ctypes.CDLL("libscrutiny-1.so.0")
_glib, _gobject, _gio = (ctypes.CDLL(f"lib{name}-2.0.so.0") for name in ("glib", "gobject", "gio"))


class _Error(ctypes.Structure):
    _fields_ = [("domain", ctypes.c_uint32), ("code", ctypes.c_int), ("message", ctypes.c_char_p)]


class _Schema(ctypes.Structure):
    _fields_ = [("before", ctypes.c_void_p * 7), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class _Array(ctypes.Structure):
    _fields_ = [("before", ctypes.c_int64 * 5), ("pointers", ctypes.c_void_p * 3), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


class _Stream(ctypes.Structure):
    _fields_ = [("before", ctypes.c_void_p * 3), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


_KINDS = {b"arrow_schema": _Schema, b"arrow_array": _Array, b"arrow_array_stream": _Stream}


def _declare(library, name, result, *arguments):
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments
    return function


_import_array = _declare(_scrutiny, "scrutiny_table_import_arrow", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
                         ctypes.c_void_p)
_import_stream = _declare(_scrutiny, "scrutiny_table_import_arrow_stream", ctypes.c_void_p, ctypes.c_void_p,
                          ctypes.c_void_p)
_export_array = _declare(_scrutiny, "scrutiny_table_export_arrow", None, ctypes.c_void_p, ctypes.c_void_p,
                         ctypes.c_void_p)
_export_stream = _declare(_scrutiny, "scrutiny_table_export_arrow_stream", None, ctypes.c_void_p, ctypes.c_void_p)
_append = _declare(_gio, "g_list_store_append", None, ctypes.c_void_p, ctypes.c_void_p)
_unref = _declare(_gobject, "g_object_unref", None, ctypes.c_void_p)
_free_error = _declare(_glib, "g_error_free", None, ctypes.c_void_p)
_allocate = _declare(_glib, "g_malloc0", ctypes.c_void_p, ctypes.c_size_t)
_free = _declare(_glib, "g_free", None, ctypes.c_void_p)

_python = ctypes.pythonapi
_pointer_of = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", _python))
# Of a capsule that is going: it must not be held again.
_pointer_of_dying = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(("PyCapsule_GetPointer", _python))
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(
    ("PyCapsule_New", _python))
_Release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


def _destroyer(name):
    """Releases what nobody took out of a capsule; what it needs lives as long as it does."""
    structure, pointer_of, release, free = _KINDS[name], _pointer_of_dying, _Release, _free

    def destroy(capsule):
        address = pointer_of(capsule, name)
        held = structure.from_address(address)
        if held.release:
            release(held.release)(address)
        free(address)

    return ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(destroy)


_DESTROYERS = {name: _destroyer(name) for name in _KINDS}


def _capsule(name):
    """An empty structure in a capsule, and where it is."""
    address = _allocate(ctypes.sizeof(_KINDS[name]))
    return _new_capsule(address, name, ctypes.cast(_DESTROYERS[name], ctypes.c_void_p)), address


def _address(thing):
    return _pointer_of(thing.__gpointer__, None)


def _called(function, *addresses):
    """The table that a function of C makes of what it takes; a list hands it over to Python."""
    error = ctypes.POINTER(_Error)()
    made = function(*addresses, ctypes.byref(error))
    if not made:
        message, code = error.contents.message.decode(), error.contents.code
        _free_error(error)
        raise _plain.Error(message, Scrutiny.Error(code).value_nick)
    store = Gio.ListStore.new(Scrutiny.Table.__gtype__)
    _append(_address(store), made)
    _unref(made)
    return store.get_item(0)


def is_arrow(figures):
    """Whether something gives its columns by Arrow capsules."""
    return hasattr(figures, "__arrow_c_stream__") or hasattr(figures, "__arrow_c_array__")


def table(figures):
    """A table of the columns that something gives by Arrow capsules."""
    if hasattr(figures, "__arrow_c_stream__"):
        capsule = figures.__arrow_c_stream__()
        return _called(_import_stream, _pointer_of(capsule, b"arrow_array_stream"))
    schema, array = figures.__arrow_c_array__()
    return _called(_import_array, _pointer_of(schema, b"arrow_schema"), _pointer_of(array, b"arrow_array"))


def _give_array(self, requested_schema=None):
    """The columns as one record batch, in a pair of capsules."""
    (schema, schema_at), (array, array_at) = _capsule(b"arrow_schema"), _capsule(b"arrow_array")
    _export_array(_address(self), schema_at, array_at)
    return schema, array


def _give_stream(self, requested_schema=None):
    """The columns as a stream of one record batch, in a capsule."""
    capsule, address = _capsule(b"arrow_array_stream")
    _export_stream(_address(self), address)
    return capsule


Scrutiny.Table.__arrow_c_array__ = _give_array
Scrutiny.Table.__arrow_c_stream__ = _give_stream

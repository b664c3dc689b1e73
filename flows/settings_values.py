"""Turns `rekap.toml` and `REKAP_*` variables into typed values for a tree of dataclasses.

Values travel under dotted keys ("limits.pages") until `construct` builds the tree. Every message is Indonesian and
names the key, never a secret's value.
"""

from __future__ import annotations

import difflib
import os
import tomllib
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from flows.errors import RekapError

PREFIX = "REKAP_"
TRUE, FALSE = ("1", "true", "ya", "yes"), ("0", "false", "tidak", "no")
Tree = TypeVar("Tree")


class SettingsError(RekapError):
    """A setting that cannot be used; the message is one line for the person who set it."""


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: its type, and whether its value must stay secret."""

    kind: Any
    secret: bool


def keys(tree: type, prefix: str = "") -> dict[str, Key]:
    """Every setting of the dataclass `tree` by its dotted key."""
    hints = get_type_hints(tree)
    found: dict[str, Key] = {}
    for item in fields(tree):
        kind = hints[item.name]
        if is_dataclass(kind):
            found |= keys(kind, f"{prefix}{item.name}.")  # type: ignore[arg-type]
        else:
            found[prefix + item.name] = Key(kind, secret=not item.repr)
    return found


def construct(tree: type[Tree], values: Mapping[str, Any]) -> Tree:
    """The dataclass `tree` from dotted values; what is absent keeps its default."""
    hints = get_type_hints(tree)
    arguments: dict[str, Any] = {}
    for item in fields(tree):  # type: ignore[arg-type]
        if is_dataclass(hints[item.name]):
            start = f"{item.name}."
            inner = {key.removeprefix(start): value for key, value in values.items() if key.startswith(start)}
            arguments[item.name] = construct(hints[item.name], inner)
        elif item.name in values:
            arguments[item.name] = values[item.name]
    return tree(**arguments)


def from_file(tree: type, path: Path) -> dict[str, Any]:
    """The values of the TOML file at `path`; none when there is no file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name} tidak dapat dibaca: {error}") from error
    known = {key: entry for key, entry in keys(tree).items() if key != "data"}
    flat = _flatten(table, known)
    if any(known[key].secret for key in flat) and _readable_by_others(path):
        raise SettingsError(f"{path.name} memuat sandi tetapi dapat dibaca pengguna lain; jalankan: chmod 600 {path}")
    return {key: _convert(raw, known[key].kind, key) for key, raw in flat.items()}


def from_environment(tree: type, environ: Mapping[str, str]) -> dict[str, Any]:
    """The values of the `REKAP_*` variables; an empty variable counts as not set."""
    names = {PREFIX + key.upper().replace(".", "_"): (key, entry) for key, entry in keys(tree).items()}
    values: dict[str, Any] = {}
    for name, text in environ.items():
        if not name.startswith(PREFIX) or not text:
            continue
        if name not in names:
            raise SettingsError(f"variabel lingkungan {name} tidak dikenal{_suggestion(name, names)}")
        key, entry = names[name]
        values[key] = _convert(_split(text, entry.kind), entry.kind, name)
    return values


def _flatten(table: Mapping[str, Any], known: Mapping[str, Key], prefix: str = "") -> dict[str, Any]:
    """Nested TOML tables as dotted keys; an unknown key is an error."""
    flat: dict[str, Any] = {}
    for name, value in table.items():
        key = prefix + name
        if key in known:
            flat[key] = value
        elif isinstance(value, dict) and any(other.startswith(f"{key}.") for other in known):
            flat |= _flatten(value, known, f"{key}.")
        else:
            raise SettingsError(f"pengaturan {key} tidak dikenal{_suggestion(key, known)}")
    return flat


def _suggestion(name: str, known: Iterable[str]) -> str:
    """The known name that may have been meant, as the end of a message."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; mungkin maksudnya {near[0]}" if near else ""


def _split(text: str, kind: Any) -> Any:
    """A variable's text; lists are written with commas."""
    return [part.strip() for part in text.split(",")] if get_origin(kind) is tuple else text


def _convert(raw: Any, kind: Any, key: str) -> Any:
    """`raw` (from TOML, or text) as `kind`; raises SettingsError naming `key`."""
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(item for item in get_args(kind) if item is not types.NoneType)
    if get_origin(kind) is tuple:
        if not isinstance(raw, list):
            raise SettingsError(f"pengaturan {key} harus berupa daftar")
        return tuple(_convert(item, get_args(kind)[0], key) for item in raw)
    if is_dataclass(kind):
        return _row(raw, kind, key)
    try:
        return _scalar(raw, kind)
    except (ValueError, TypeError) as error:
        raise SettingsError(f"pengaturan {key} harus berupa {_NAMES[kind]}") from error


def _row(raw: Any, kind: Any, key: str) -> Any:
    """One table of a list of tables; all its fields are needed."""
    hints = get_type_hints(kind)
    if not isinstance(raw, dict) or set(raw) != set(hints):
        raise SettingsError(f"pengaturan {key}: setiap isinya perlu {', '.join(hints)} (hanya di rekap.toml)")
    return kind(**{name: _convert(value, hints[name], f"{key}.{name}") for name, value in raw.items()})


def _scalar(raw: Any, kind: Any) -> Any:
    """One value; a number is not taken for a text, nor a truth value for a number."""
    if isinstance(raw, bool) != (kind is bool) and not isinstance(raw, str):
        raise TypeError(kind)
    if kind is bool and isinstance(raw, str):
        return _truth(raw)
    if kind in (date, time):
        return raw if type(raw) is kind else kind.fromisoformat(raw)
    if not isinstance(raw, str | kind) and not (kind is float and isinstance(raw, int)):
        raise TypeError(kind)
    return kind(raw)


def _truth(text: str) -> bool:
    """`ya` or `tidak`, in the usual spellings; raises ValueError."""
    if text.lower() not in TRUE + FALSE:
        raise ValueError(text)
    return text.lower() in TRUE


def _readable_by_others(path: Path) -> bool:
    """Whether another account of this computer may read the file (POSIX only: Windows guards by folder)."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


_NAMES = {
    bool: "true atau false",
    int: "bilangan bulat",
    float: "bilangan",
    str: "teks",
    Path: "alamat berkas",
    date: "tanggal (2024-07-10)",
    time: "jam (02:00)",
}

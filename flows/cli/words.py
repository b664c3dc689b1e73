"""Click's own words in Indonesian.

Click asks gettext for each of its texts, but gettext takes a catalogue only from compiled files and the machine's
language. So the lookup itself is replaced, in click's modules alone: other libraries keep their words.
"""

from __future__ import annotations

import sys

WORDS = {
    "Aborted!": "Dibatalkan.",
    "Options": "Opsi",
    "Commands": "Perintah",
    "Positional arguments": "Argumen",
    "Usage:": "Pemakaian:",
    "deprecated": "usang",
    "required": "wajib",
    "default: {default}": "bawaan: {default}",
    "env var: {var}": "variabel lingkungan: {var}",
    "(dynamic)": "(sesuai keadaan)",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Show the version and exit.": "Tampilkan versi.",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "Do you want to continue?": "Lanjutkan?",
    "Confirm the action without prompting.": "Lakukan tanpa bertanya.",
    "Error: {message}": "Kesalahan: {message}",
    "Error: invalid input": "Kesalahan: masukan tidak sah",
    "Error: The two entered values do not match.": "Kesalahan: kedua isian tidak sama.",
    "Try '{command} {option}' for help.": "Lihat bantuan: {command} {option}",
    "Did you mean {possibility}?": "Mungkin maksudnya {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Mungkin maksudnya salah satu dari: {possibilities}?)",
    "Missing command.": "Perintah belum disebut.",
    "Missing argument": "Belum ada argumen",
    "Missing option": "Belum ada opsi",
    "Missing parameter": "Belum ada parameter",
    "Missing parameter: {param_name}": "Belum ada parameter: {param_name}",
    "Missing {param_type}": "Belum ada {param_type}",
    "No such option {name!r}.": "Opsi {name!r} tidak dikenal.",
    "No such command {name!r}.": "Perintah {name!r} tidak dikenal.",
    "Invalid value: {message}": "Nilai tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai {param_hint} tidak sah: {message}",
    "Got unexpected extra argument ({args})": "Ada argumen yang tidak dikenal ({args})",
    "Got unexpected extra arguments ({args})": "Ada argumen yang tidak dikenal ({args})",
    "Takes {nargs} values but 1 was given.": "Perlu {nargs} nilai, hanya ada 1.",
    "Takes {nargs} values but {len} were given.": "Perlu {nargs} nilai, ada {len}.",
    "{len_type} values are required, but {len_value} was given.": "Perlu {len_type} nilai, hanya ada {len_value}.",
    "{len_type} values are required, but {len_value} were given.": "Perlu {len_type} nilai, ada {len_value}.",
    "Value must be an iterable.": "Nilai harus berupa daftar.",
    "Invalid start character for option ({option})": "Awal opsi tidak sah ({option})",
    "Option {name!r} does not take a value.": "Opsi {name!r} tidak memerlukan nilai.",
    "Option {name!r} requires an argument.": "Opsi {name!r} memerlukan nilai.",
    "Option {name!r} requires {nargs} arguments.": "Opsi {name!r} memerlukan {nargs} nilai.",
    "Argument {name!r} takes {nargs} values.": "Argumen {name!r} memerlukan {nargs} nilai.",
    "Could not open file {filename!r}: {message}": "Berkas {filename!r} tidak dapat dibuka: {message}",
    "unknown error": "sebab tidak diketahui",
    "Choose from:\n\t{choices}": "Pilihan: {choices}",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{value!r} does not match the format {format}.": "{value!r} tidak berbentuk {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} tidak berbentuk salah satu dari {formats}.",
    "{value} is not in the range {range}.": "{value} di luar rentang {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} bukan ya/tidak. Pilihan: {states}",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan bilangan.",
    "{value!r} is not a valid UUID.": "{value!r} bukan UUID.",
    "file": "berkas",
    "directory": "folder",
    "path": "alamat",
    "File": "Berkas",
    "Directory": "Folder",
    "Path": "Alamat",
    "{name} {filename!r} is a file.": "{name} {filename!r} adalah berkas, bukan folder.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} adalah folder, bukan berkas.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} tidak dapat ditulisi.",
    "{name} {filename!r} is not executable.": "{name} {filename!r} tidak dapat dijalankan.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
}
"""What click says to a user. What it says to a programmer only (a wrongly declared option) stays as it is."""

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def translate(text: str) -> str:
    """Click's text in Indonesian; a text that is not known stays."""
    return WORDS.get(text, text)


def translate_count(singular: str, plural: str, count: int) -> str:
    """The Indonesian text for one or for many."""
    return translate(singular if count == 1 else plural)


def speak_indonesian() -> None:
    """Give click's modules these words."""
    for name in MODULES:
        module = sys.modules[f"click.{name}"]
        for attribute, lookup in (("_", translate), ("ngettext", translate_count)):
            if hasattr(module, attribute):
                setattr(module, attribute, lookup)

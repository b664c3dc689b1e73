"""A corrected value as a person writes it, checked and brought into the one form in which corrections are kept."""

from __future__ import annotations

import re
from datetime import date, datetime

from warehouse.errors import WarehouseError
from warehouse.schema import Column

_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DIGITS = re.compile(r"\d{1,9}")


def canonical(column: Column, text: str | None, codes: tuple[str, ...] = ()) -> str | None:
    """`text` as the warehouse keeps it, None for an empty field; raises WarehouseError when it can't be a value."""
    folded = " ".join((text or "").split())
    if not folded:
        if not column.optional:
            raise WarehouseError(f"Kolom {column.name} tidak boleh kosong.")
        return None
    if column.type == "INTEGER":
        return _number(column, folded)
    if column.type == "DATE":
        return _date(column, folded).isoformat()
    if column.type == "VARCHAR[]":
        listed = dict.fromkeys(part.strip() for part in folded.split(",") if part.strip())
        if not listed:
            raise WarehouseError(f"Kolom {column.name} hanya berisi koma; tulis nilainya, atau kosongkan.")
        return ", ".join(_code(column, part, codes) for part in listed)
    if column.name == "signatory_nip" and not re.fullmatch(r"\d{18}", folded):
        raise WarehouseError(f"NIP harus 18 angka, bukan {folded!r}.")
    return _code(column, folded, codes)


def _number(column: Column, text: str) -> str:
    digits = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    if not _DIGITS.fullmatch(digits):
        raise WarehouseError(f"Kolom {column.name} harus bilangan bulat 0 atau lebih, bukan {text!r}.")
    if column.name == "month" and not 1 <= int(digits) <= 12:
        raise WarehouseError(f"Bulan harus 1 sampai 12, bukan {text!r}.")
    return str(int(digits))


def _date(column: Column, text: str) -> date:
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise WarehouseError(f"Kolom {column.name} harus tanggal seperti 2024-04-25 atau 25/04/2024, bukan {text!r}.")


def _code(column: Column, text: str, codes: tuple[str, ...]) -> str:
    allowed = codes or column.codes
    if allowed and text not in allowed:
        raise WarehouseError(f"Nilai {text!r} tidak dikenal untuk kolom {column.name}. Pilihan: {', '.join(allowed)}.")
    return text

"""The 14 satker of Kalimantan Barat: code, name, capital, sub-districts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Office:
    """One satker; `kind` is Kabupaten or Kota."""

    code: str
    kind: str
    name: str
    capital: str
    districts: tuple[str, ...]

    @property
    def region(self) -> str:
        """'Kabupaten Sanggau'."""
        return f"{self.kind} {self.name}"

    @property
    def kpu(self) -> str:
        """'KPU Kabupaten Sanggau'."""
        return f"KPU {self.region}"

    @property
    def short(self) -> str:
        """'KPU Sanggau'."""
        return f"KPU {self.name}"


OFFICES = (
    Office("6101", "Kabupaten", "Sambas", "Sambas", ("Tebas", "Pemangkat", "Jawai", "Teluk Keramat")),
    Office("6102", "Kabupaten", "Mempawah", "Mempawah", ("Sungai Pinyuh", "Anjongan", "Toho", "Siantan")),
    Office("6103", "Kabupaten", "Sanggau", "Sanggau", ("Kapuas", "Tayan Hilir", "Sekayam", "Parindu")),
    Office("6104", "Kabupaten", "Ketapang", "Ketapang", ("Delta Pawan", "Sandai", "Kendawangan", "Marau")),
    Office("6105", "Kabupaten", "Sintang", "Sintang", ("Sepauk", "Tempunak", "Dedai", "Kelam Permai")),
    Office("6106", "Kabupaten", "Kapuas Hulu", "Putussibau", ("Hulu Gurung", "Semitau", "Badau", "Boyan Tanjung")),
    Office("6107", "Kabupaten", "Bengkayang", "Bengkayang", ("Ledo", "Seluas", "Monterado", "Sungai Raya Kepulauan")),
    Office("6108", "Kabupaten", "Landak", "Ngabang", ("Mandor", "Menjalin", "Sengah Temila", "Meranti")),
    Office("6109", "Kabupaten", "Sekadau", "Sekadau", ("Sekadau Hilir", "Nanga Taman", "Belitang", "Nanga Mahap")),
    Office("6110", "Kabupaten", "Melawi", "Nanga Pinoh", ("Belimbing", "Ella Hilir", "Sayan", "Tanah Pinoh")),
    Office("6111", "Kabupaten", "Kayong Utara", "Sukadana", ("Teluk Batang", "Seponti", "Pulau Maya", "Simpang Hilir")),
    Office(
        "6112", "Kabupaten", "Kubu Raya", "Sungai Raya", ("Rasau Jaya", "Sungai Kakap", "Kuala Mandor B", "Terentang")
    ),
    Office("6171", "Kota", "Pontianak", "Pontianak", ("Pontianak Utara", "Pontianak Kota", "Pontianak Barat")),
    Office("6172", "Kota", "Singkawang", "Singkawang", ("Singkawang Barat", "Singkawang Selatan", "Singkawang Timur")),
)

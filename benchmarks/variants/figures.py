"""The figures of one recap: posts by content, platform and slot, and the totals that are printed."""

from __future__ import annotations

import random

from benchmarks.variants import wording
from benchmarks.variants.dates import MONTHS
from benchmarks.variants.features import Features
from benchmarks.variants.model import Count, Key, Recap, Slot, Total
from benchmarks.variants.wording import Words

SUITED = {"youtube": ("video", "promote_live", "kpu_flash"), "website": ("foto_berita", "press_release")}
"""Content that such a platform carries; the others carry everything."""


class Figures:
    """Draws the figures of one quarter."""

    def __init__(self, rng: random.Random, words: Words, features: Features, months: tuple[int, int, int]) -> None:
        """`months` are the quarter's."""
        self.rng, self.words, self.features, self.months = rng, words, features, months

    def recap(self) -> Recap:
        """Posts by content, platform and slot."""
        rng, words, kind = self.rng, self.words, self.features.recap
        codes = ["foto_berita", *rng.sample([c for c in wording.LABELS if c != "foto_berita"], rng.randint(5, 10))]
        labels = [(words.pick(wording.LABELS[code]), code) for code in codes]
        channels = [
            "instagram",
            "facebook",
            "twitter",
            *rng.sample(["youtube", "tiktok", "website", "threads"], rng.randint(1, 3)),
        ]
        if kind in ("monthly", "weekly-tables", "weekly-platform"):
            channels = channels[: rng.randint(3, 4)]
        if kind == "weekly-rows":
            labels = labels[:4]
        rng.shuffle(channels)
        narrow = kind in ("monthly", "weekly-tables") and rng.random() < 0.75
        names = wording.SHORT_PLATFORMS if narrow else wording.PLATFORMS
        platforms = [(words.pick(names[code]), code) for code in channels]
        recap = Recap(labels, platforms, self._slots(kind))
        for row, (_, code) in enumerate(labels):
            self._row(recap, row, code)
        for col in range(len(platforms)):
            followers = rng.randint(900, 21000)
            recap.extras[col] = (f"{followers:,}".replace(",", "."), f"{rng.randint(3000, 90000):,}".replace(",", "."))
        self._totals(recap, kind)
        return recap

    def _slots(self, kind: str) -> list[Slot]:
        if kind in ("monthly", "monthly-tables", "month-rows", "platform-months", "turned-monthly"):
            return [Slot(MONTHS[month - 1], month) for month in self.months]
        if kind.startswith("weekly"):
            return [Slot(f"{week}", month) for month in self.months for week in ("I", "II", "III", "IV")]
        return [Slot("", None)]

    def _row(self, recap: Recap, row: int, code: str) -> None:
        """Nearly equal posts on all platforms, few or none on video sites and the web page."""
        rng = self.rng
        typical = {"foto_berita": 70, "infografik": 40, "repost": 30, "video": 12, "other": 9}.get(code, 8)
        if self.features.number == "thousands":
            typical *= 18
        for slot in range(len(recap.slots)):
            base = max(1, round(typical * rng.uniform(0.6, 1.4) / len(recap.slots)))
            for col, (_, platform) in enumerate(recap.platforms):
                posts = max(0, base - rng.choice((0, 0, 0, 1)))
                if code not in SUITED.get(platform, (code,)):
                    posts = 0
                recap.counts[row, col, slot] = Count(posts, self.printed(posts))

    def printed(self, posts: int) -> str:
        """A number as this office prints it."""
        if posts == 0:
            return self.features.zero
        if self.features.number == "thousands":
            return f"{posts:,}".replace(",", ".")
        if self.features.number == "unit":
            return f"{posts} {'postingan' if posts % 3 else 'post'}"
        return f"{posts} x" if self.features.number == "times" else str(posts)

    def _totals(self, recap: Recap, kind: str) -> None:
        wanted = self.features.totals if kind != "turned-monthly" else ""
        rows, cols, slots = len(recap.labels), len(recap.platforms), len(recap.slots)
        down = wanted in ("row", "both")
        across = wanted in ("column", "both")
        if down:
            for col in range(cols):
                for slot in range(slots):
                    keys = [(row, col, slot) for row in range(rows)]
                    self._total(
                        recap, f"down-{col}-{slot}", f"kolom {recap.platforms[col][0]} {recap.slots[slot].text}", keys
                    )
        if across:
            groups = self._across(recap, kind)
            for name, keys in groups.items():
                self._total(recap, name, name, keys)
        if wanted == "both" and kind in ("plain", "turned", "pair"):
            self._total(recap, "all", "seluruhnya", list(recap.counts))

    def _across(self, recap: Recap, kind: str) -> dict[str, list[Key]]:
        """Totals at the end of each printed row, named across-<row>-<table>."""
        cols, slots = range(len(recap.platforms)), range(len(recap.slots))
        groups = {}
        for row in range(len(recap.labels)):
            if kind in ("plain", "turned", "pair"):
                groups[f"across-{row}"] = [(row, col, 0) for col in cols]
            elif kind in ("monthly-tables", "month-rows", "weekly-rows"):
                for slot in slots:
                    groups[f"across-{row}-{slot}"] = [(row, col, slot) for col in cols]
            elif kind in ("weekly-platform", "platform-months"):
                for col in cols:
                    groups[f"across-{row}-{col}"] = [(row, col, slot) for slot in slots]
        return groups

    def _total(self, recap: Recap, name: str, place: str, keys: list[Key]) -> None:
        value = sum(recap.counts[key].posts or 0 for key in keys)
        text = f"{value:,}".replace(",", ".") if self.features.number == "thousands" else str(value)
        recap.totals[name] = Total(place, keys, value, text)

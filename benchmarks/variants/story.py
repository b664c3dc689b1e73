"""Makes up one report: who, when, what was published, whom they met. All names and figures are invented."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

from benchmarks.variants import wording
from benchmarks.variants.dates import (
    MONTHS,
    ROMAN,
    Written,
    days_of,
    months_of,
    several,
    since,
    single,
    span,
    spelled,
)
from benchmarks.variants.features import Features
from benchmarks.variants.figures import Figures
from benchmarks.variants.model import Act, Item, Recap, Shot, Story
from benchmarks.variants.offices import OFFICES, Office
from benchmarks.variants.wording import Words


class Teller:
    """Tells one story; `fill` puts office, period and random details into a wording."""

    def __init__(self, rng: random.Random, held: bool, features: Features) -> None:
        """Draws office and quarter."""
        self.rng, self.features, self.words = rng, features, Words(rng, held)
        self.office: Office = rng.choice(OFFICES)
        self.year, self.quarter = rng.choice([(y, q) for y in (2023, 2024, 2025) for q in (1, 2, 3, 4)])
        self.months = months_of(self.quarter)

    def fill(self, text: str, **more: str) -> str:
        """`text` with its fields filled."""
        office, rng = self.office, self.rng
        first, last = MONTHS[self.months[0] - 1], MONTHS[self.months[2] - 1]
        return text.format(
            kpu=office.kpu, KPU=office.kpu.upper(), short=office.short, region=office.region, name=office.name,
            capital=office.capital, district=rng.choice(office.districts), year=self.year, quarter=self.quarter,
            roman=ROMAN[self.quarter - 1], first=first, last=last, FIRST=first.upper(), LAST=last.upper(),
            n=rng.randint(4, 900), head="Wali Kota" if office.kind == "Kota" else "Bupati", **more,
        )  # fmt: skip

    def tell(self) -> Story:
        """The whole story, without errors."""
        rng, words = self.rng, self.words
        signed = date(self.year + (self.quarter == 4), (self.quarter * 3) % 12 + 1, rng.randint(1, 12))
        recap = Figures(rng, words, self.features, self.months).recap()
        fills = self.fill
        story = Story(
            office=self.office, year=self.year, quarter=self.quarter,
            title=[fills(line) for line in words.pick(wording.TITLES)],
            place=self.office.capital, signed=single(signed, "long"),
            signatory=self.person(), role=words.pick(wording.ROLES),
            nip=self.nip() if self.features.signatory_nip else None,
            items=self.items(), recap=recap, acts=self.acts(), shots=self.shots() if self.features.gallery else [],
            statement=None,
            laws=self.laws(), background=[fills(t) for t in rng.sample(wording.BACKGROUND, 2)],
            purpose=fills(words.pick(wording.PURPOSE)), purpose_office=self.office,
            scope=fills(words.pick(wording.SCOPE)), scope_months=(self.months[0], self.months[2]),
            evaluation=[], challenges=fills(words.pick(wording.CHALLENGES)),
            follow_up=[fills(t) for t in rng.sample(wording.FOLLOW_UP, rng.randint(2, 4))],
            conclusion=fills(words.pick(wording.CONCLUSIONS)), suggestion=fills(words.pick(wording.SUGGESTIONS)),
            farewell=fills(words.pick(wording.FAREWELLS)), cover_office=self.office, cover_quarter=self.quarter,
            countersign=(f"Ketua {self.office.kpu}", self.person(), None) if self.features.two_signatories else None,
            headings={key: fills(words.pick(options)) for key, options in wording.HEADINGS.items()},
            columns={key: words.pick(options) for key, options in wording.COLUMNS.items()},
        )  # fmt: skip
        self._state(story, summed(recap))
        return story

    def _state(self, story: Story, total: int) -> None:
        rng = self.rng
        printed = f"{total:,}".replace(",", ".") if self.features.number == "thousands" or total > 5000 else str(total)
        sentence = self.fill(self.words.pick(wording.STATEMENTS), total=printed)
        others = [self.fill(text) for text in rng.sample(wording.EVALUATION, 3)]
        story.statement = (total, sentence)
        if rng.random() < 0.5:
            story.evaluation = [("", [others[0], f"{sentence} {others[1]}", others[2]])]
        else:
            story.evaluation = [
                ("Pelaksanaan Kegiatan", [others[0]]),
                ("Penyampaian Informasi kepada Masyarakat", [f"{sentence} {others[1]}"]),
                ("Koordinasi dengan Stakeholder", [others[2]]),
            ]

    def person(self) -> str:
        """An invented name with or without a degree."""
        rng = self.rng
        return f"{rng.choice(wording.FIRST_NAMES)} {rng.choice(wording.LAST_NAMES)}{rng.choice(wording.DEGREES)}"

    def nip(self) -> str:
        """An invented 18 digit number with plausible dates."""
        rng = self.rng
        born = date(rng.randint(1968, 1992), rng.randint(1, 12), rng.randint(1, 28))
        return (
            f"{born:%Y%m%d}{rng.randint(2005, 2015)}{rng.randint(1, 12):02d}{rng.randint(1, 2)}{rng.randint(1, 9):03d}"
        )

    def laws(self) -> list[str]:
        """The legal basis."""
        rng = self.rng
        chosen = [law for law in wording.LAWS if rng.random() < 0.75]
        return [*(self.fill(law) for law in chosen), self.fill(wording.OWN_LAW)]

    # Dissemination ---------------------------------------------------------------------------------------------

    def topic(self) -> str:
        """What an information is about, fitting the quarter."""
        if self.year == 2023 or (self.year == 2024 and self.quarter == 1):
            field = "pemilu"
        else:
            field = "pilkada" if self.year == 2024 else "tetap"
        return self.fill(self.words.pick(wording.TOPICS[field if self.rng.random() < 0.85 else "tetap"]))

    def media(self) -> tuple[str, tuple[str, ...]]:
        """A media cell and its channels."""
        rng = self.rng
        if self.features.dissemination == "ticks":
            ticked = tuple(code for code in wording.TICKED if rng.random() < 0.5) or ("instagram",)
            return ", ".join(wording.MEDIA[code][0] for code in ticked), ticked
        codes = rng.choice(wording.MEDIA_SETS)
        names = [self.words.pick(wording.MEDIA[code]) for code in codes]
        social = [n for n, c in zip(names, codes, strict=True) if c in ("instagram", "facebook", "twitter", "tiktok")]
        if len(social) >= 3 and rng.random() < 0.5:
            rest = [name for name in names if name not in social]
            names = [*rest, f"Medsos KPU ({', '.join(social)})"]
        joint = self.features.media_break
        if joint == " dan ":
            text = ", ".join(names[:-1]) + (" dan " if len(names) > 1 else "") + names[-1]
        elif joint == "\n- ":
            text = "\n".join(f"- {name}" for name in names)
        else:
            text = joint.join(names)
        return text, codes

    def items(self) -> list[Item]:
        """The quarter's disseminated information in order of date."""
        rng, features = self.rng, self.features
        count = rng.randint(12, 22) if features.small else rng.randint(18, 48)
        days = sorted(rng.choices(days_of(self.year, self.quarter), k=count))
        items: list[Item] = []
        shared = self.media()
        for index, day in enumerate(days):
            text, codes = shared if rng.random() < 0.4 else self.media()
            written = self._item_date(day, days[index + 1] if index + 1 < count else None)
            items.append(
                Item(str(index + 1), written, self.topic(), text, codes, day.month, index, index)
            )  # fmt: skip
        if features.dissemination == "merged":
            self._merge(items)
        if features.dissemination == "monthly":
            self._restart(items)
        if features.dissemination in ("stacked", "dated-lines"):
            self._stack(items)
        if features.dissemination == "bullets":
            for item in items:
                item.number = None
        return items

    def _item_date(self, day: date, following: date | None) -> Written:
        style = "weekday" if self.features.dissemination == "weekday-column" else self.features.dates
        last = day + timedelta(days=self.rng.randint(1, 3))
        numeric = style in ("slash", "dash", "dots", "short")
        if not numeric and self.rng.random() < 0.06 and last.month == day.month and following:
            return span(day, last, style, self.rng)
        return single(day, style)

    def _merge(self, items: list[Item]) -> None:
        """Lets neighbours share a date cell and, in longer runs, a media cell."""
        for before, item in pairwise(items):
            if self.rng.random() < 0.4:
                item.written, item.date_cell, item.group = before.written, before.date_cell, before.group
        run = 0
        for before, item in pairwise(items):
            run = run + 1 if self.rng.random() < 0.75 and run < 9 else 0
            if run:
                item.media, item.channels, item.media_cell = before.media, before.channels, before.media_cell

    def _restart(self, items: list[Item]) -> None:
        count, group = 0, 0
        for item in items:
            count = count + 1 if item.group == group else 1
            group = item.group
            item.number = str(count)

    def _stack(self, items: list[Item]) -> None:
        """Two or three items to a printed row: the first carries the number, all share the media cell."""
        index, number = 0, 0
        while index < len(items):
            size = self.rng.choice((1, 2, 2, 3))
            row = [item for item in items[index : index + size] if item.group == items[index].group]
            number += 1
            for place, item in enumerate(row):
                item.number = str(number) if place == 0 else None
                item.media, item.channels, item.media_cell = row[0].media, row[0].channels, row[0].media_cell
            index += len(row)

    # Activities ------------------------------------------------------------------------------------------------

    def acts(self) -> list[Act]:
        """Activities of both sectors in order of date, no two of a sector on one day."""
        acts: list[Act] = []
        kind = self.features.activities
        for sector, least, most in (("pemerintah", 5, 11), ("non_pemerintah", 3, 7)):
            if self.features.small:
                most = least + 2
            days = self.rng.sample(days_of(self.year, self.quarter), self.rng.randint(least, most))
            for index, day in enumerate(sorted(days)):
                number = None if kind in ("spelled", "bullets", "paragraphs") else str(index + 1)
                acts.append(self._act(sector, number, day))
        if kind == "sector-column":
            acts.sort(key=lambda act: (act.written.start if act.written else None) or date.min)
            for index, act in enumerate(acts):
                act.number = str(index + 1)
        return acts

    def _act(self, sector: str, number: str | None, day: date) -> Act:
        rng = self.rng
        partner = self.fill(self.words.pick(wording.PARTNERS[sector]))
        event = self.fill(self.words.pick(wording.EVENTS))
        venue = self.fill(self.words.pick(wording.VENUES))
        if rng.random() < 0.07:
            venue = wording.TWO_VENUES.format(
                venue=venue, other=f"Aula Kantor Camat {rng.choice(self.office.districts)}"
            )
        if self.features.activities in ("table", "sector-column", "split-table"):
            return self._table_act(sector, number, day, (event, partner, venue))
        if self.features.activities == "spelled":
            sentence = self.words.pick(wording.SPELLED)
            written = spelled(day, "{spelled_day}" in sentence)
        else:
            sentence, written = self._prose_date(day)
        text = self.fill(
            sentence, event=event, partner=partner, venue=venue, weekday=written.text, long=written.text,
            since=written.text, several=written.text, spelled=written.text, spelled_day=written.text,
        )  # fmt: skip
        return Act(sector, number, text, written, venue if "{venue}" in sentence else None)

    def _prose_date(self, day: date) -> tuple[str, Written]:
        rng, chance = self.rng, self.rng.random()
        if chance < 0.06:
            return wording.SINCE_SENTENCE, since(day)
        if chance < 0.13 and day.day < 20:
            days = [day, day + timedelta(days=2), day + timedelta(days=5)]
            if days[-1].month == day.month:
                return wording.SEVERAL_SENTENCE, several(days)
        sentence = self.words.pick(wording.SENTENCES)
        style = "weekday" if "{weekday}" in sentence else "long"
        last = day + timedelta(days=1)
        if chance > 0.9 and last.month == day.month:
            return sentence, span(day, last, style, rng)
        return sentence, single(day, style)

    def _table_act(self, sector: str, number: str | None, day: date, what: tuple[str, str, str]) -> Act:
        event, partner, venue = what
        written = single(day, self.features.dates if self.features.dates != "noyear" else "weekday")
        text = f"{event} bersama {partner}" if self.rng.random() < 0.6 else event
        return Act(sector, number, text, written, None if self.rng.random() < 0.12 else venue, partner)

    def shots(self) -> list[Shot]:
        """Captioned photos."""
        shots = []
        for day in sorted(self.rng.sample(days_of(self.year, self.quarter), self.rng.randint(2, 4))):
            verb = self.rng.choice(("menghadiri", "melaksanakan"))
            line = f"{self.office.kpu} {verb} {self.words.pick(wording.EVENTS)}".upper()
            written = single(day, "long") if self.rng.random() < 0.8 else None
            shots.append(Shot([line] + ([f"{self.office.capital}, {written.text}"] if written else []), written))
        return shots


def summed(recap: Recap | None) -> int:
    """All posts of the recap."""
    return sum(count.posts or 0 for count in recap.counts.values()) if recap else 0

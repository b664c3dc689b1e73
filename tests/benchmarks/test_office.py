"""The documents of `benchmarks.office`, without the program that prints them."""

import random
from xml.etree import ElementTree

from benchmarks.office.choices import draw, wild
from benchmarks.office.report import Report
from benchmarks.office.story import tell


def test_every_document_is_well_formed_and_says_what_its_truth_holds() -> None:
    for seed, layout in enumerate([*draw(random.Random(5), 6, True), *wild(random.Random(6), 4)]):
        told = tell(seed, layout)
        texts = " ".join("".join(ElementTree.fromstring(xml).itertext()) for _, xml in Report(told).write())
        assert all(law[:40] in texts for law in told.facts["legal_basis"])
        assert told.facts["report"]["signatory_name"] in texts


def test_the_same_seed_gives_the_same_report() -> None:
    layout = draw(random.Random(2), 1, False)[0]
    assert Report(tell(3, layout)).write() == Report(tell(3, layout)).write()

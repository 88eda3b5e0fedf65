from datetime import UTC, datetime

import pytest

from samenspel.integrations.oai_pmh import Origin, Provenance
from samenspel.integrations.records import Record
from samenspel.knowledge.choices import Access, PublicationType
from samenspel.knowledge.harvested import values_of

WHERE = Provenance("https://bron.example/oai", "oai:1", datestamp=datetime(2024, 1, 2, tzinfo=UTC))


def made(**record):
    return values_of(Record(**{"title": "Breuken", **record}), WHERE)


@pytest.mark.parametrize(
    ("record", "access"),
    [
        ({}, Access.SUMMARY),
        ({"urls": ("https://x.example/a",)}, Access.SUMMARY),
        ({"urls": ("https://x.example/a",), "is_open": True}, Access.OPEN),
        ({"urls": ("https://x.example/a",), "is_free": True}, Access.OPEN),
        ({"urls": ("https://x.example/a",), "licence_code": "cc-by-4.0"}, Access.OPEN),
        ({"urls": ("https://x.example/a",), "licence_code": "copyright"}, Access.SUMMARY),
        ({"urls": ("https://x.example/a",), "is_open": False, "is_free": True}, Access.LIBRARY),
        ({"is_open": True}, Access.SUMMARY),
    ],
    ids=str,
)
def test_access_is_open_only_when_the_source_says_so(record, access):
    assert made(**record).access == access


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("article",), PublicationType.ARTICLE),
        (("review article",), PublicationType.REVIEW),
        (("onderzoeksrapport",), PublicationType.REPORT),
        (("doctoral thesis",), PublicationType.THESIS),
        (("bookPart",), PublicationType.BOOK),
        (("iets",), PublicationType.OTHER),
    ],
)
def test_type_of_a_publication(words, kind):
    assert made(is_publication=True, resource_types=words).type == kind


def test_material_keeps_the_word_of_the_source_and_stands_among_materials():
    values = made(resource_types=("open opdracht",))
    assert (values.type, values.domain) == ("open opdracht", "leermiddelen")


def test_doi_is_told_apart_from_the_place_of_the_text():
    values = made(urls=("https://doi.org/10.1234/ab.5", "https://x.example/a.pdf"))
    assert (values.doi, values.url) == ("10.1234/ab.5", "https://x.example/a.pdf")


def test_sector_that_we_do_not_serve_is_left_out():
    assert made(sectors=("vo", "ho")).sectors == ("vo",)


@pytest.mark.parametrize(
    ("published", "year"), [("2017-05-03", 2017), ("2017", 2017), ("", None), ("0001", None)]
)
def test_year(published, year):
    assert made(published=published).year == year


def test_identifiers_hold_where_the_source_had_it_from():
    where = Provenance("b", "oai:1", origins=(Origin("https://eerder.example/oai", "eerder:7"),))
    assert values_of(Record("Breuken"), where).identifiers == ("eerder:7",)


def test_digest_changes_with_the_words_and_not_with_the_datestamp():
    later = Provenance(WHERE.base_url, "oai:1", datestamp=datetime(2025, 1, 1, tzinfo=UTC))
    assert made().digest == values_of(Record("Breuken"), later).digest
    assert made().digest != made(description="Anders").digest

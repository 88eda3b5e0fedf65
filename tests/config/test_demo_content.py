"""The fictitious content itself: complete, coherent, and plainly invented."""

import json
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from samenspel.catalogue import choices as catalogue
from samenspel.common.taxonomy import (
    SERVICE_TYPES_OF,
    Domain,
    EvidenceLevel,
    Region,
    Sector,
    ServiceType,
)
from samenspel.config.demo import DEMO_FOLDER
from samenspel.knowledge.choices import Access, PublicationType
from samenspel.organisations.choices import ROLES_AT, OrganisationKind, Role
from samenspel.questions.choices import AskerRole

FILES = ("organisations", "people", "questions", "offerings", "knowledge")


@cache
def rows(name: str) -> list[dict[str, Any]]:
    text = (DEMO_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def slugs(name: str) -> set[str]:
    return {row["slug"] for row in rows(name)}


def publications() -> set[str]:
    return {row["slug"] for row in rows("knowledge") if row["kind"] == "publication"}


@pytest.mark.parametrize("name", FILES)
def test_slugs_name_one_row_each(name):
    found = [row["slug"] for row in rows(name)]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in found)
    assert [slug for slug, times in Counter(found).items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "least"),
    [("organisations", 36), ("people", 44), ("questions", 160), ("offerings", 124)],
)
def test_there_is_enough_to_see(name, least):
    assert len(rows(name)) >= least


def test_there_is_enough_knowledge_of_each_kind():
    kinds = Counter(row["kind"] for row in rows("knowledge"))
    assert kinds["publication"] + kinds["practice_summary"] >= 104
    assert kinds["answer"] >= 20


def test_organisations_refer_to_each_other_and_lie_in_a_province():
    known = slugs("organisations")
    for row in rows("organisations"):
        assert row["kind"] in OrganisationKind
        assert row["region"] in Region
        assert set(row["sectors"]) <= set(Sector)
        assert row.get("parent") in (known if row["kind"] == "school" else {None})
        assert set(row.get("members", ())) <= known


def test_every_kind_of_organisation_is_there():
    assert {row["kind"] for row in rows("organisations")} == set(OrganisationKind)


def test_schools_have_codes_that_the_registry_does_not_give_out():
    sites = [row for row in rows("organisations") if row["kind"] == "school"]
    assert all(re.fullmatch(r"99[A-Z]{2}00", row["location_code"]) for row in sites)
    assert all(row["location_code"].startswith(row["brin"]) for row in sites)
    assert len({row["location_code"] for row in sites}) == len(sites)


def test_schools_say_how_large_they_are():
    sites = [row for row in rows("organisations") if row["kind"] == "school"]
    assert all(row["pupils"] > row["teachers"] > 0 for row in sites)


def test_people_are_somebody_where_that_role_exists():
    kinds = {row["slug"]: OrganisationKind(row["kind"]) for row in rows("organisations")}
    for person in rows("people"):
        for membership in person["memberships"]:
            assert Role(membership["role"]) in ROLES_AT[kinds[membership["organisation"]]]


def test_every_role_and_an_administrator_can_be_tried():
    roles = {m["role"] for person in rows("people") for m in person["memberships"]}
    assert roles == set(Role)
    assert any(person.get("administrator") for person in rows("people"))


def test_people_who_can_be_found_say_what_they_do():
    public = [person for person in rows("people") if person.get("public")]
    assert len(public) >= 40
    assert all(person["headline"] and person["bio"] and person["themes"] for person in public)
    assert all(len(person["headline"]) <= 160 for person in public)


def test_addresses_are_under_a_name_that_nobody_owns():
    for name in FILES:
        for row in rows(name):
            found = re.findall(r"https?://[^\s\"]+|[\w.]+@[\w.-]+", json.dumps(row))
            assert [address for address in found if "example.org" not in address] == []


def test_questions_are_asked_by_somebody_who_works_there():
    people = {person["slug"]: person for person in rows("people")}
    for row in rows("questions"):
        asker = people[row["asker"]]
        assert row["organisation"] in {m["organisation"] for m in asker["memberships"]}
        assert row["asker"] not in row["also_asked"]
        assert set(row["also_asked"]) <= people.keys()


def test_questions_are_classed_and_spread_over_eighteen_months():
    for row in rows("questions"):
        assert row["status"] in {"draft", "published"}
        assert row["role"] in AskerRole
        assert row["sector"] in Sector
        assert row["region"] in Region
        assert row["title"]
        assert len(row["title"]) <= 160
        assert 0 < row["days_ago"] <= 548
        assert ServiceType(row["service_type"]) in SERVICE_TYPES_OF[Domain(row["domain"])]
    assert max(row["days_ago"] for row in rows("questions")) > 480


def test_offerings_have_every_domain_and_service_type():
    found = {(row["domain"], row["service_type"]) for row in rows("offerings")}
    assert found == {(domain, kind) for domain, kinds in SERVICE_TYPES_OF.items() for kind in kinds}


def test_offerings_come_from_suppliers_and_tell_all_that_readers_need():
    suppliers = {
        row["slug"]
        for row in rows("organisations")
        if row["kind"] in {"supplier", "knowledge_institute"}
    }
    for row in rows("offerings"):
        assert row["supplier"] in suppliers
        assert len(row["lead"]) <= 300
        assert row["description"]
        assert set(row["sectors"])
        assert set(row["sectors"]) <= set(Sector)
        assert row["form"] in catalogue.Form
        assert row["duration"] in catalogue.Duration
        assert set(row["target_groups"])
        assert set(row["target_groups"]) <= set(catalogue.TargetGroup)
        assert row["co_creation"] in catalogue.CoCreation
        assert row.get("team_approach", "team") in catalogue.TeamApproach
        assert set(row["languages"]) <= set(catalogue.Language)
        assert set(row.get("regions", ())) <= set(Region)


def test_price_lines_have_an_amount_and_a_vat_rate_that_fit():
    for row in rows("offerings"):
        assert row["prices"]
        for line in row["prices"]:
            basis = catalogue.Basis(line["basis"])
            assert (line["amount"] is None) == (basis == catalogue.Basis.ON_REQUEST)
            if line["amount"] is not None:
                assert (Decimal(line["amount"]) == 0) == (basis == catalogue.Basis.FREE)
            assert (line["vat"] == catalogue.Vat.EXEMPT) == (line["vat_rate"] == "0")
            assert line["vat"] in catalogue.Vat
            if line.get("minimum") or line.get("tiers"):
                assert basis in catalogue.COUNTED
            if line.get("usual_quantity"):
                assert basis in catalogue.USUALLY


def test_some_offerings_are_free_and_some_on_request():
    bases = [{line["basis"] for line in row["prices"]} for row in rows("offerings")]
    share_free = sum(found == {"free"} for found in bases) / len(bases)
    share_on_request = sum("on_request" in found for found in bases) / len(bases)
    assert 0.08 <= share_free <= 0.12
    assert 0.10 <= share_on_request <= 0.14


def test_claims_say_what_stands_behind_them():
    for row in rows("offerings"):
        for claim in row.get("claims", ()):
            assert claim["evidence_level"] in EvidenceLevel
            assert {claim.get("source")} <= publications() | {None}
            if claim["evidence_level"] != EvidenceLevel.NONE:
                assert claim["issuer"]
                assert claim["evidence"]


def test_knowledge_is_kept_by_somebody_and_classed():
    known = slugs("organisations")
    for row in rows("knowledge"):
        assert row["owner"] in known
        assert ServiceType(row["service_type"]) in SERVICE_TYPES_OF[Domain(row["domain"])]
        assert set(row["sectors"]) <= set(Sector)
        assert set(row.get("publications", ())) <= publications()
        assert row["authors"]


def test_publications_that_are_open_have_an_address_and_a_licence():
    for row in rows("knowledge"):
        if row["kind"] == "publication":
            assert row["access"] in Access
            assert row["publication_type"] in PublicationType
            assert row["access"] != Access.OPEN or (row["url"] and row["licence"])


def test_summaries_tell_what_to_do_on_monday():
    wanted = ("says", "for_whom", "evidence_explanation", "cost", "monday", "publications")
    for row in rows("knowledge"):
        if row["kind"] == "practice_summary":
            assert [name for name in wanted if not row[name]] == []
            assert row["evidence_level"] in EvidenceLevel


def test_answers_come_after_the_questions_that_they_answer():
    asked = {row["slug"]: row for row in rows("questions")}
    for row in rows("knowledge"):
        if row["kind"] == "answer":
            assert row["questions"]
            assert row["limits"]
            for question in row["questions"]:
                assert asked[question]["days_ago"] > row["answered_days_ago"]
                assert asked[question]["sector"] in row["sectors"]


def test_no_text_is_said_twice():
    texts = Counter(
        row[field]
        for name, field in (("questions", "text"), ("offerings", "lead"), ("offerings", "title"))
        for row in rows(name)
    )
    assert [text for text, times in texts.items() if times > 1] == []

from datetime import date

import pytest
from django.db import transaction
from factories.organisations import OrganisationFactory, SchoolFactory
from integrations.registers import DUO, GEOCODED, csv, many

from samenspel.common.models import AuditEvent
from samenspel.organisations import actions, imports
from samenspel.organisations.models import ImportRun, Organisation, RegisterChange, SchoolSite
from samenspel.search.models import OutboxEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    def run(content, name="scholen-2024-11.csv", **options):
        path = tmp_path / name
        path.write_bytes(content)
        return imports.import_register(path, **options)[1]

    return run


def counts(run):
    return {
        name: getattr(run, name)
        for name in ("rows", "new", "changed", "unchanged", "closed", "repeated", "refused")
        if getattr(run, name)
    }


def test_new_site_is_stored_with_its_source(imported):
    run = imported(csv(GEOCODED, {}))
    school = Organisation.objects.select_related("site").get()
    assert (run.outcome, counts(run)) == ("applied", {"rows": 1, "new": 1})
    assert (school.name, school.slug, school.kind, school.street, school.region) == (
        "De Zèbra",
        "de-zebra-12ab00",
        "school",
        "Dorpsstraat 12",
        "utrecht",
    )
    assert (school.source, school.source_date) == ("scholen-2024-11.csv", date(2024, 11, 1))
    assert (school.site.location_code, school.site.pupils) == ("12AB00", 120)


def test_same_file_again_changes_nothing(imported):
    content = csv(GEOCODED, *many(3))
    imported(content)
    before = list(Organisation.objects.values())
    run = imported(content)
    assert counts(run) == {"rows": 3, "unchanged": 3}
    assert list(Organisation.objects.values()) == before


def test_changed_fields_are_written_and_kept(imported):
    imported(csv(GEOCODED, {}))
    run = imported(csv(GEOCODED, {"naam": "De Giraffe", "leerlingen": "130"}))
    school = Organisation.objects.get()
    assert counts(run) == {"rows": 1, "changed": 1}
    assert (school.name, school.site.pupils, school.slug) == ("De Giraffe", 130, "de-zebra-12ab00")
    assert list(RegisterChange.objects.values_list("field", "old", "new")) == [
        ("name", "De Zèbra", "De Giraffe"),
        ("pupils", "120", "130"),
    ]


def test_one_refused_row_stops_everything_and_is_kept(imported):
    run = imported(csv(GEOCODED, *many(2), {"postcode": "x"}))
    assert (run.outcome, counts(run)) == ("refused", {"rows": 3, "new": 2, "refused": 1})
    assert Organisation.objects.count() == 0
    assert list(run.issues.values_list("line", "field", "value", "code")) == [
        (4, "postcode", "x", "postcode")
    ]


def test_good_rows_are_written_when_that_was_asked(imported):
    run = imported(csv(GEOCODED, *many(2), {"postcode": "x"}), only_valid=True)
    assert (run.outcome, Organisation.objects.count()) == ("partly", 2)


def test_second_row_for_the_same_site_is_kept_with_both_lines(imported):
    run = imported(csv(GEOCODED, {}, {"lon": "5.2"}))
    assert run.outcome == "applied"
    assert list(run.issues.values_list("line", "value", "code", "other_line")) == [
        (3, "12AB00", "repeated", 2)
    ]


def test_site_that_the_file_does_not_name_stays_open(imported):
    imported(csv(GEOCODED, *many(3)))
    run = imported(csv(GEOCODED, *many(2)))
    assert counts(run) == {"rows": 2, "unchanged": 2}
    assert Organisation.objects.open().count() == 3


def test_missing_site_closes_when_that_was_asked_and_is_kept(imported):
    imported(csv(GEOCODED, *many(3)))
    run = imported(csv(GEOCODED, *many(2)), close_missing=True)
    closed = Organisation.objects.exclude(closed_on=None)
    assert counts(run) == {"rows": 2, "unchanged": 2, "closed": 1}
    assert [(school.name, school.closed_on) for school in closed] == [
        ("School 2", date(2024, 11, 1))
    ]
    assert Organisation.objects.count() == 3


def test_nothing_closes_when_too_many_are_missing(imported):
    imported(csv(GEOCODED, *many(20)))
    run = imported(csv(GEOCODED, *many(2)), close_missing=True)
    assert (run.outcome, Organisation.objects.open().count()) == ("refused", 20)


def test_demo_school_is_left_alone(imported):
    demo = SchoolFactory(is_demo=True)
    imported(csv(GEOCODED, {}), close_missing=True)
    demo.refresh_from_db()
    assert demo.closed_on is None


def test_board_is_made_once_and_named_when_a_file_tells_its_name(imported):
    imported(csv(DUO, {}, {"VESTIGINGSCODE": "34CD02"}))
    board = Organisation.objects.get(kind="board")
    assert (board.name, board.children.count()) == ("Bestuur 40123", 2)
    imported(csv(DUO, {}, more={"BEVOEGD GEZAG NAAM": "Stichting Zuid"}))
    board.refresh_from_db()
    assert board.name == "Stichting Zuid"


def test_site_that_moves_to_another_board_is_changed(imported):
    imported(csv(DUO, {}))
    run = imported(csv(DUO, {"BEVOEGD GEZAG NUMMER": "50000"}))
    assert counts(run) == {"rows": 1, "changed": 1}
    assert SchoolSite.objects.get().organisation.parent.registry_number == "50000"


def test_file_of_one_layout_keeps_what_only_the_other_knows(imported):
    same = {"brin_nummer": "34CD", "vestigingscode": "34CD01"}
    imported(csv(GEOCODED, same))
    imported(csv(DUO, {}))
    school = Organisation.objects.get(kind="school")
    assert (school.longitude, school.site.pupils, school.parent.registry_number) == (
        5.12,
        120,
        "40123",
    )


def test_import_is_audited_and_sent_to_search(imported):
    run = imported(csv(GEOCODED, *many(2)))
    event = AuditEvent.objects.get(action="register.imported")
    assert (event.object_id, event.details["new"]) == (str(run.pk), 2)
    assert OutboxEntry.objects.filter(kind="organisation").count() == 2


def test_unchanged_sites_are_not_sent_to_search_again(imported):
    content = csv(GEOCODED, *many(2))
    imported(content)
    OutboxEntry.objects.all().delete()
    imported(content)
    assert not OutboxEntry.objects.exists()


def test_preview_writes_nothing(tmp_path):
    path = tmp_path / "scholen.csv"
    path.write_bytes(csv(GEOCODED, *many(2), "kapot"))
    found = imports.preview(path)
    assert (len(found.plan.new), found.plan.refused) == (2, 1)
    assert (Organisation.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_failure_half_way_writes_nothing(imported, monkeypatch):
    monkeypatch.setattr(SchoolSite.objects, "bulk_create", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        imported(csv(GEOCODED, {}))
    assert (Organisation.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_same_number_of_queries_for_more_sites(imported, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        imported(csv(GEOCODED, *many(2)))
    with django_assert_num_queries(len(few)):
        imported(csv(GEOCODED, *many(60)))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("schools-2024-11.csv", date(2024, 11, 1)),
        ("adressen_20241115.csv", date(2024, 11, 15)),
        ("adressen-2024-02-31.csv", None),
        ("scholen.csv", None),
        ("12345678.csv", None),
    ],
)
def test_day_of_the_source_is_read_from_the_name(name, day):
    assert imports.date_in_name(name) == day


def test_imports_wait_for_each_other(db):
    with transaction.atomic():
        actions.lock_imports()


def test_network_with_the_same_number_is_no_board(imported):
    OrganisationFactory(kind="network", registry_number="40123", slug="netwerk")
    imported(csv(DUO, {}))
    assert Organisation.objects.filter(kind="board", registry_number="40123").count() == 1

from datetime import UTC, date, datetime

import pytest
from integrations.oai import dc, record, response

from samenspel.common.models import AuditEvent
from samenspel.integrations.oai_pmh import Harvested, HarvestStopped, Page, Provenance, read_files
from samenspel.integrations.records import Record
from samenspel.knowledge import imports
from samenspel.knowledge.choices import RunStatus, Status
from samenspel.knowledge.models import HarvestRun, HarvestSource, OpenMaterial, Publication
from samenspel.search.models import OutboxEntry

pytestmark = pytest.mark.django_db

BASE = "https://bron.example/oai"


@pytest.fixture
def take_in(tmp_path):
    """Take in responses kept in files; gives the outcome."""

    def run(*answers, how=imports.take_in, **more):
        paths = []
        for number, answer in enumerate(answers):
            path = tmp_path / f"{number}.xml"
            path.write_bytes(answer)
            paths.append(path)
        return how(read_files(paths), progress=lambda counts: None, **more)

    return run


def counts(**numbers):
    names = ("new", "changed", "unchanged", "deleted", "refused")
    return dict.fromkeys(names, 0) | numbers


def test_new_records_come_in_with_their_provenance(take_in):
    article = dc("Lezen", type="article", creator="Jansen, A.", date="2020", rights="CC BY 4.0")
    outcome = take_in(response(record("a", article), record("b", dc("Breuken", type="les"))))
    assert outcome.counts == counts(new=2)
    publication, material = Publication.objects.get(), OpenMaterial.objects.get()
    assert (publication.title, publication.authors, publication.year, publication.licence) == (
        "Lezen",
        ["Jansen, A."],
        2020,
        "CC BY 4.0",
    )
    assert (material.title, material.source.base_url, material.harvested_identifier) == (
        "Breuken",
        BASE,
        "b",
    )
    assert material.datestamp == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert {item.status for item in (publication, material)} == {Status.PUBLISHED}
    assert OutboxEntry.objects.count() == 2


def test_author_of_learning_material_stays_outside(take_in):
    take_in(response(record("b", dc("Breuken", type="les", creator="Jansen, A."))))
    assert OpenMaterial.objects.get().authors == []


def test_same_records_again_change_nothing(take_in):
    answer = response(record("a"), record("b"))
    take_in(answer)
    OutboxEntry.objects.all().delete()
    assert take_in(answer).counts == counts(unchanged=2)
    assert not OutboxEntry.objects.exists()


def test_changed_record_is_changed_and_keeps_its_page(take_in):
    take_in(response(record("a", dc("Oud"))))
    before = OpenMaterial.objects.get()
    assert take_in(response(record("a", dc("Nieuw")))).counts == counts(changed=1)
    after = OpenMaterial.objects.get()
    assert (after.pk, after.title, after.published) == (before.pk, "Nieuw", before.published)


def test_deleted_record_is_withdrawn_and_can_come_back(take_in):
    take_in(response(record("a")))
    assert take_in(response(record("a", deleted=True))).counts == counts(deleted=1)
    assert OpenMaterial.objects.get().status == Status.WITHDRAWN
    assert take_in(response(record("a", deleted=True))).counts == counts(unchanged=1)
    assert take_in(response(record("a"))).counts == counts(changed=1)
    assert OpenMaterial.objects.get().status == Status.PUBLISHED


def test_deletion_of_what_we_never_had_is_nothing(take_in):
    assert take_in(response(record("x", deleted=True))).counts == counts(unchanged=1)


def test_record_that_becomes_a_publication_keeps_its_place(take_in):
    take_in(response(record("a", dc("Lezen", type="les"))))
    take_in(response(record("a", dc("Lezen", type="article"))))
    assert (OpenMaterial.objects.count(), Publication.objects.count()) == (1, 0)


def test_same_identifier_from_another_source_is_another_record(take_in):
    take_in(response(record("a")))
    take_in(response(record("a")), base_url="https://elders.example/oai")
    assert OpenMaterial.objects.count() == 2


def test_bad_record_is_reported_and_the_others_come_in(take_in):
    outcome = take_in(response(record("a"), record("b", dc("")), record("c")))
    assert outcome.counts == counts(new=2, refused=1)
    error = outcome.run.errors.get()
    assert (error.identifier, error.message) == ("b", "regel 5: het record heeft geen titel")


def test_record_that_the_database_refuses_is_reported_and_the_others_come_in(take_in):
    def event(identifier, title):
        return Harvested(Provenance(BASE, identifier), Record(title))

    events = [event("a", "Goed"), event("b", "x" * 501), event("c", "Ook goed"), Page(1, 3, 0, 0)]
    outcome = imports.take_in(events, progress=lambda counts: None)
    assert outcome.counts == counts(new=2, refused=1)
    assert outcome.run.errors.get().identifier == "b"
    assert {item.title for item in OpenMaterial.objects.all()} == {"Goed", "Ook goed"}


@pytest.mark.parametrize(
    "answer",
    [
        response(),
        response(extra='<error code="noRecordsMatch"/>'),
        b"",
        b"<html>onderhoud</html>",
        response(extra='<error code="badArgument">nee</error>'),
        b'<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>',
    ],
    ids=("no list", "no records", "empty", "web page", "error", "doctype"),
)
def test_empty_or_failing_source_deletes_nothing(take_in, answer):
    take_in(response(record("a")))
    take_in(answer)
    assert OpenMaterial.objects.get().status == Status.PUBLISHED


def test_broken_file_keeps_what_came_before_and_says_where(take_in):
    answer = response(record("a"), record("b"))
    outcome = take_in(answer[: answer.index(b"<identifier>b")])
    assert outcome.counts == counts(new=1)
    assert outcome.stopped.code == "broken"
    assert (HarvestRun.objects.get().status, OpenMaterial.objects.count()) == (RunStatus.FAILED, 1)
    assert "geen goede XML" in outcome.run.errors.get().message


def test_looking_writes_nothing(take_in):
    take_in(response(record("a"), record("b")))
    found = take_in(
        response(record("a", dc("Nieuw")), record("b", deleted=True), record("c")),
        how=imports.look,
    )
    assert found.counts == counts(new=1, changed=1, deleted=1)
    assert HarvestRun.objects.count() == 1
    assert OpenMaterial.objects.filter(status=Status.PUBLISHED).count() == 2


def test_looking_at_an_unknown_source_makes_none(take_in):
    assert take_in(response(record("a")), how=imports.look).counts == counts(new=1)
    assert not HarvestSource.objects.exists()


def test_file_that_does_not_say_where_it_comes_from_is_refused(take_in):
    silent = response(record("a")).replace(BASE.encode(), b"")
    with pytest.raises(imports.NoSource):
        take_in(silent)
    assert take_in(silent, base_url=BASE).counts == counts(new=1)


def test_part_of_a_list_is_no_point_to_go_on_from(take_in):
    part = take_in(response(record("a"), token="verder"))
    assert part.more
    assert HarvestRun.objects.get().responded is None


def test_each_batch_is_in_the_audit_trail(take_in):
    take_in(response(record("a"), token="x"), response(record("b"), token=""))
    names = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert names == ["harvest.batch_taken_in", "harvest.batch_taken_in", "harvest.ended"]


def event(number):
    return Harvested(Provenance(BASE, str(number)), Record(f"Les {number}"))


def test_broken_off_harvest_knows_where_to_go_on():
    def first():
        yield event(1)
        yield Page(1, 1, 0, 0, token="t1", response_date=datetime(2024, 3, 1, 9, tzinfo=UTC))
        yield event(2)
        raise HarvestStopped("unreachable", page=2, token="t1", name=BASE)

    this = {"base_url": BASE, "prefix": "oai_dc", "set_spec": ""}
    run = imports.begin(**this, origin=BASE)
    imports.take_in(first(), run=run, progress=lambda counts: None)
    left = imports.unfinished(**this)
    assert left.resumption_token == "t1"
    assert OpenMaterial.objects.count() == 2
    assert imports.last_response(**this) is None

    rest = [event(2), event(3), Page(1, 2, 0, 0, response_date=datetime(2024, 3, 2, tzinfo=UTC))]
    imports.take_in(rest, run=left, progress=lambda counts: None)
    run.refresh_from_db()
    assert (run.status, run.new, run.unchanged) == (RunStatus.DONE, 3, 1)
    assert imports.unfinished(**this) is None
    assert imports.last_response(**this) == date(2024, 3, 1)


def test_batches_stay_small_whatever_the_length_of_a_page(django_assert_max_num_queries):
    seen = []
    events = [*map(event, range(imports.BATCH * 2 + 10)), Page(1, 0, 0, 0)]
    imports.take_in(events, progress=lambda counts: seen.append(counts["new"]))
    assert seen == [imports.BATCH, imports.BATCH * 2, imports.BATCH * 2 + 10]

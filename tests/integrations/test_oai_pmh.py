from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from samenspel.integrations import fetch, oai_pmh
from samenspel.integrations.oai_pmh import (
    Bounds,
    Harvested,
    HarvestStopped,
    Origin,
    Page,
    Provenance,
    Refused,
    Source,
)

from . import oai
from .servers import send, serving

ABOUT = """<about><provenance xmlns="http://www.openarchives.org/OAI/2.0/provenance">
<originDescription harvestDate="2019-12-11T13:12:39Z" altered="true">
<baseURL>https://eerder.example/oai</baseURL><identifier>oai:eerder:1</identifier>
<datestamp>2019-07-23</datestamp><metadataNamespace>http://ltsc.ieee.org/xsd/LOM</metadataNamespace>
</originDescription></provenance></about>"""


def read(tmp_path, *responses):
    paths = []
    for number, content in enumerate(responses):
        paths.append(tmp_path / f"{number}.xml")
        paths[-1].write_bytes(content)
    return list(oai_pmh.read_files(paths))


def stopped(tmp_path, *responses):
    with pytest.raises(HarvestStopped) as caught:
        read(tmp_path, *responses)
    return caught.value


def test_record_in_a_file_keeps_its_provenance(tmp_path):
    found, _page = read(tmp_path, oai.response(oai.record(about=ABOUT, sets=("po", "taal"))))
    assert found.record.title == "Rekenen met breuken"
    assert found.provenance == Provenance(
        base_url="https://bron.example/oai",
        identifier="oai:bron:1",
        prefix="oai_dc",
        sets=("po", "taal"),
        datestamp=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        origins=(
            Origin(
                "https://eerder.example/oai",
                "oai:eerder:1",
                "2019-07-23",
                "http://ltsc.ieee.org/xsd/LOM",
            ),
        ),
    )


def test_deleted_record_is_a_deletion(tmp_path):
    found, page = read(tmp_path, oai.response(oai.record(deleted=True)))
    assert (found.deleted, found.provenance.identifier) == (True, "oai:bron:1")
    assert (page.harvested, page.deleted, page.refused) == (0, 1, 0)


def test_several_files_are_pages_and_the_last_token_tells_whether_more_followed(tmp_path):
    events = read(
        tmp_path,
        oai.response(oai.record("a"), token="t1"),
        oai.response(oai.record("b"), token=""),
    )
    pages = [event for event in events if isinstance(event, Page)]
    assert [(page.number, page.token, page.name) for page in pages] == [
        (1, "t1", "0.xml"),
        (2, "", "1.xml"),
    ]
    assert pages[0].response_date == datetime(2024, 3, 1, 10, tzinfo=UTC)


def test_folder_gives_its_xml_files_in_order(tmp_path):
    (tmp_path / "b.xml").write_bytes(oai.response(oai.record("b")))
    (tmp_path / "a.xml").write_bytes(oai.response(oai.record("a")))
    (tmp_path / "lees.txt").write_text("nee")
    events = oai_pmh.read_files([tmp_path])
    names = [event.provenance.identifier for event in events if isinstance(event, Harvested)]
    assert names == ["a", "b"]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (oai.record(identifier=""), "no_identifier"),
        (oai.record(metadata=oai.dc(title=" ")), "no_title"),
        (oai.record(metadata=""), "no_metadata"),
        (oai.record(metadata="<mods xmlns='http://www.loc.gov/mods/v3'/>"), "unknown_format"),
    ],
)
def test_one_bad_record_is_refused_and_the_rest_is_read(tmp_path, record, code):
    refused, good, page = read(tmp_path, oai.response(record, oai.record("goed")))
    assert isinstance(refused, Refused)
    assert refused.code == code
    assert refused.line > 0
    assert good.provenance.identifier == "goed"
    assert (page.harvested, page.refused) == (1, 1)


def test_answer_without_matching_records_is_an_empty_page(tmp_path):
    (page,) = read(tmp_path, oai.response(extra='<error code="noRecordsMatch">niets</error>'))
    assert (page.harvested, page.deleted, page.token) == (0, 0, "")


def test_error_of_the_server_stops_with_its_words(tmp_path):
    error = '<error code="badArgument">Onbekende set</error>'
    found = stopped(tmp_path, oai.response(extra=error))
    assert (found.code, found.detail) == ("server_error", "badArgument: Onbekende set")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "empty", 0),
        (b"<html><body>Inloggen</body></html>", "not_oai_pmh", 0),
        (oai.response(oai.record())[:-40], "broken", 5),
        (b"Let op:\n" + oai.response(oai.record()), "broken", 1),
        (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "doctype", 1),
        (oai.response(oai.record()).replace(b"Rekenen", b"Caf\xe9"), "broken", 5),
    ],
    ids=["empty", "html", "cut off", "text before", "document type", "wrong encoding"],
)
def test_broken_file_stops_with_the_place(tmp_path, content, code, line):
    found = stopped(tmp_path, content)
    assert (found.code, found.line, found.name) == (code, line, "0.xml")


def test_file_that_is_not_there_stops(tmp_path):
    with pytest.raises(HarvestStopped, match="unreadable"):
        list(oai_pmh.read_files([tmp_path / "weg.xml"]))


def query(handler):
    return {name: found[0] for name, found in parse_qs(urlsplit(handler.path).query).items()}


def harvest(answer, bounds=None, **options):
    with serving(answer) as url:
        source = Source(url + "/oai", set_spec="po", allow_private=True)
        yield from oai_pmh.harvest(source, bounds=bounds, sleep=lambda _: None, **options)


def identifiers(events):
    return [event.provenance.identifier for event in events if isinstance(event, Harvested)]


class Pages:
    """A server with three pages of one record; remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, handler):
        asked = query(handler)
        self.asked.append(asked)
        number = int(asked.get("resumptionToken", "0"))
        send(handler, oai.response(oai.record(f"r{number}"), token=("1", "2", "")[number]))


def test_server_is_followed_to_the_end_of_the_list():
    server = Pages()
    since, until = date(2024, 1, 1), datetime(2024, 2, 1, 12, tzinfo=UTC)
    assert identifiers(harvest(server, since=since, until=until)) == ["r0", "r1", "r2"]
    assert server.asked == [
        {
            "verb": "ListRecords",
            "metadataPrefix": "oai_dc",
            "set": "po",
            "from": "2024-01-01",
            "until": "2024-02-01T12:00:00Z",
        },
        {"verb": "ListRecords", "resumptionToken": "1"},
        {"verb": "ListRecords", "resumptionToken": "2"},
    ]


def test_interrupted_harvest_goes_on_from_the_last_token():
    first = harvest(Pages())
    token = next(event.token for event in first if isinstance(event, Page))
    first.close()
    assert identifiers(harvest(Pages(), token=token)) == ["r1", "r2"]


def stop_of(events):
    with pytest.raises(HarvestStopped) as caught:
        list(events)
    return caught.value


def test_repeating_token_stops():
    counter = iter(range(1000))

    def answer(handler):
        send(handler, oai.response(oai.record(f"r{next(counter)}"), token="zelfde"))

    assert stop_of(harvest(answer)).code == "repeating_token"


def test_new_tokens_for_the_same_page_stop():
    counter = iter(range(1000))

    def answer(handler):
        send(handler, oai.response(oai.record("r"), token=str(next(counter))))

    assert stop_of(harvest(answer)).code == "repeating_page"


def test_endless_empty_pages_stop():
    counter = iter(range(1000))

    def answer(handler):
        send(handler, oai.response(" ", token=str(next(counter))))

    found = stop_of(harvest(answer))
    assert (found.code, found.page) == ("empty_pages", 10)


def test_endless_list_stops_at_the_bound():
    counter = iter(range(1000))

    def answer(handler):
        number = next(counter)
        send(handler, oai.response(oai.record(f"r{number}"), token=str(number)))

    found = stop_of(harvest(answer, Bounds(pages=5)))
    assert (found.code, found.token) == ("too_many_pages", "4")


def test_failing_server_stops_after_what_it_gave_with_the_token_to_go_on_from():
    def answer(handler):
        if "resumptionToken" in query(handler):
            send(handler, status=500)
        else:
            send(handler, oai.response(oai.record("r0"), token="1"))

    events = harvest(answer)
    assert identifiers([next(events), next(events)]) == ["r0"]
    found = stop_of(events)
    assert (found.code, found.detail, found.page, found.token) == (
        "bad_answer",
        "status 500",
        2,
        "1",
    )


def test_busy_server_is_asked_again():
    answers = [503, 429, 200]

    def answer(handler):
        status = answers.pop(0)
        send(handler, oai.response(oai.record()) if status == 200 else b"", status=status)

    assert identifiers(harvest(answer)) == ["oai:bron:1"]


def test_server_that_stays_busy_stops():
    assert stop_of(harvest(lambda handler: send(handler, status=503))).code == "bad_answer"


def test_refused_token_is_told_apart():
    error = oai.response(extra='<error code="badResumptionToken">verlopen</error>')
    assert stop_of(harvest(lambda handler: send(handler, error), token="oud")).code == (
        "token_refused"
    )


def test_private_server_is_blocked():
    found = stop_of(oai_pmh.harvest(Source("http://127.0.0.1:1/oai")))
    assert found.code == "address_blocked"


def test_answer_without_end_is_cut_off():
    def answer(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(oai.response(oai.record(), token="1")[:-30])
        while True:
            handler.wfile.write(b" " * 65_536)

    bounds = Bounds(request=fetch.Limits(size=1_000_000))
    assert stop_of(harvest(answer, bounds)).code == "too_large"

"""Reasons: facts in, codes out, the most telling first."""

from samenspel.ranking.reasons import MESSAGES, Facts, Reason, reasons, shared_phrase


def test_reasons_come_most_telling_first_and_no_more_than_asked() -> None:
    facts = Facts(
        asked="woordenschat bij kleuters",
        matched=("woordenschat", "kleuters"),
        schools_near=3,
        schools=9,
        same_sector=True,
        same_region=True,
    )
    assert reasons(facts) == (
        Reason("schools_near", {"count": 3}),
        Reason("about", {"words": "woordenschat bij kleuters"}),
        Reason("same_sector"),
    )
    assert len(reasons(facts, most=4)) == 4


def test_schools_elsewhere_count_when_none_is_near() -> None:
    assert reasons(Facts(schools=1)) == (Reason("schools", {"count": 1}),)


def test_meaning_is_a_reason_only_without_shared_words_and_when_close() -> None:
    assert reasons(Facts(signals={"meaning": 0.9})) == (Reason("meaning"),)
    assert reasons(Facts(signals={"meaning": 0.2})) == ()
    with_words = Facts(asked="rekenen", matched=("rekenen",), signals={"meaning": 0.9})
    assert [reason.code for reason in reasons(with_words)] == ["about"]


def test_nothing_known_gives_no_reason() -> None:
    assert reasons(Facts()) == ()


def test_every_reason_has_a_message_that_takes_its_parameters() -> None:
    facts = Facts("lezen", ("lezen",), schools_near=2, same_sector=True, same_region=True)
    more = (Reason("schools", {"count": 2}), Reason("meaning"))
    for reason in (*reasons(facts, most=9), *more):
        for message in filter(None, MESSAGES[reason.code]):
            assert message % reason.params


def test_shared_phrase_is_the_longest_stretch_the_reader_wrote() -> None:
    asked = "Hoe leer ik woordenschat aan bij Kleuters? En rekenen."
    assert shared_phrase(asked, ("woordenschat", "kleuters", "rekenen")) == (
        "woordenschat aan bij Kleuters"
    )


def test_shared_phrase_does_not_run_over_other_words_or_sentences() -> None:
    assert shared_phrase("lezen met moeilijke kleuters", ("lezen", "kleuters")) == "lezen"
    assert shared_phrase("Ik wil lezen. Kleuters ook.", ("lezen", "kleuters")) == "lezen"
    assert shared_phrase("mbo-studenten", ("mbo-studenten",)) == "mbo-studenten"
    assert shared_phrase("lezen", ()) == ""
    assert shared_phrase("", ("lezen",)) == ""

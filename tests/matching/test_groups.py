"""The four groups: who sees what in them, and why."""

from django.contrib.auth.models import AnonymousUser
from factories.organisations import SchoolFactory
from factories.questions import QuestionFactory, SameQuestionFactory

from samenspel.matching.groups import overview
from samenspel.matching.reasons import Asker
from samenspel.questions import actions
from samenspel.search import outbox

TEXT = "Hoe vergroot ik de woordenschat van kleuters?"


def questions(found):
    return found.groups[0].items


def asked(live_index, **values):
    question = QuestionFactory(title="Woordenschat bij kleuters", **values)
    outbox.changed(question)
    live_index()
    return question


def test_reason_names_the_words_in_common(live_index):
    question = asked(live_index)
    (item,) = questions(overview(TEXT, asker=Asker(AnonymousUser())))
    assert (item.pk, item.reasons) == (question.pk, ("gaat ook over woordenschat en kleuters",))


def test_reason_counts_other_schools_in_the_region_of_the_asker(live_index, world):
    question = asked(live_index, organisation=SchoolFactory(region="drenthe"), region="drenthe")
    for region in ("drenthe", "drenthe", "zeeland"):
        SameQuestionFactory(question=question, organisation=SchoolFactory(region=region))
    (item,) = questions(overview(TEXT, asker=Asker(world.teacher, region="drenthe")))
    assert item.reasons[0] == "3 scholen in jouw provincie vragen dit ook"


def test_own_school_is_not_counted_among_the_others(live_index, world):
    asked(live_index, organisation=world.school, region="utrecht")
    asker = Asker(world.teacher, region="utrecht", organisation_id=world.school.pk)
    (item,) = questions(overview(TEXT, asker=asker))
    assert not any("vraagt dit ook" in reason for reason in item.reasons)


def test_question_withdrawn_after_indexing_is_not_shown(live_index):
    question = asked(live_index)
    actions.withdraw(question=question, by=question.owner)
    assert questions(overview(TEXT, asker=Asker(AnonymousUser()))) == ()


def test_chosen_sector_leaves_out_other_sectors(live_index):
    asked(live_index, sector="vo")
    assert questions(overview(TEXT, asker=Asker(AnonymousUser(), sector="po"))) == ()


def test_without_an_index_the_groups_are_empty_and_say_why(settings, tmp_path, db):
    settings.SEARCH = settings.SEARCH | {"PATH": tmp_path / "nothing"}
    found = overview(TEXT, asker=Asker(AnonymousUser()))
    assert (found.is_empty, found.degraded) == (True, "rebuilding")

"""Loading the fictitious content where it goes wrong, or where something stands already."""

import pytest
from factories.organisations import OrganisationFactory

from samenspel.catalogue.models import Offering
from samenspel.common.models import AuditEvent
from samenspel.config import demo_content
from samenspel.questions.models import Question


def test_a_kind_that_fails_leaves_nothing_and_is_loaded_the_next_time(db, monkeypatch):
    def fail(*args):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(demo_content, "_claims", fail)
        with pytest.raises(RuntimeError):
            demo_content.load(lambda _: None)
    assert Question.objects.exists()
    assert not Offering.objects.exists()
    demo_content.load(lambda _: None)
    assert Offering.objects.exists()
    assert AuditEvent.objects.filter(action="demo.loaded").count() == len(demo_content.KINDS)


def test_real_organisations_are_left_as_they_are(db):
    real = OrganisationFactory(name="Echt", slug="echt")
    demo_content.load(lambda _: None)
    real.refresh_from_db()
    assert not real.is_demo

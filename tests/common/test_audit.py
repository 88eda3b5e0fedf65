import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from samenspel.common import audit
from samenspel.common.models import AuditEvent


@pytest.fixture
def event(world):
    with transaction.atomic():
        return audit.record("user.greeted", world.teacher, by=world.teacher, fields=["name"])


def test_event_names_actor_and_subject(event, world):
    assert (event.actor_id, event.object_type, event.object_id, event.details) == (
        world.teacher.pk,
        "accounts.user",
        str(world.teacher.pk),
        {"fields": ["name"]},
    )


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE common_auditevent SET action = 'x'",
        "DELETE FROM common_auditevent",
        "TRUNCATE common_auditevent",
    ],
)
def test_database_refuses_to_change_an_event(event, change):
    with (
        pytest.raises((InternalError, ProgrammingError), match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("ALTER TABLE common_auditevent ENABLE TRIGGER audit_no_truncate")
        cursor.execute(change)
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_event_outside_a_transaction_is_refused():
    from factories.accounts import UserFactory

    with pytest.raises(audit.OutsideTransaction):
        audit.record("user.greeted", UserFactory(), by=None)

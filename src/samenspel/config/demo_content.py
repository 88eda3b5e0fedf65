"""Fill every room with the fictitious content of `demo/`; the README there says what is in it."""

from collections.abc import Callable, Sequence
from typing import Any

from allauth.account.models import EmailAddress
from django.db import models, transaction
from django.utils import timezone

from samenspel.accounts.models import Profile, User
from samenspel.catalogue import versions
from samenspel.catalogue.actions import strongest_level
from samenspel.catalogue.choices import Status as OfferingStatus
from samenspel.catalogue.models import Claim, Offering, OfferingVersion, PriceLine, PriceTier
from samenspel.catalogue.prices import band
from samenspel.common import audit
from samenspel.common.models import AuditEvent
from samenspel.config import demo_rows
from samenspel.config.demo_rows import Row
from samenspel.integrations import licences
from samenspel.knowledge.choices import Status as ItemStatus
from samenspel.knowledge.models import Answer, PracticeSummary, Publication
from samenspel.organisations.models import Membership, Organisation, SchoolSite
from samenspel.questions.choices import Status as QuestionStatus
from samenspel.questions.models import Question, SameQuestion
from samenspel.search import outbox

LOADED = "demo.loaded"

ORGANISATION = (
    *("slug", "kind", "name", "description", "sectors", "place", "region"),
    *("longitude", "latitude", "website", "registry_number"),
)
SITE = (
    *("brin", "location_code", "school_type", "denomination", "education_area"),
    *("pupils", "teachers"),
)
PROFILE = ("slug", "headline", "bio", "themes", "sectors", "region")
QUESTION = ("title", "text", "sector", "role", "region", "domain", "service_type")
PRICE = (
    *("basis", "amount", "label", "option", "vat", "vat_rate", "recurrence"),
    *("usual_quantity", "minimum", "tiering"),
)
CLAIM = ("text", "evidence", "context", "issuer")
ITEM = ("title", "lead", "authors", "domain", "service_type", "sectors")
PUBLICATION = (
    *("year", "publisher", "language", "keywords", "access", "url", "licence"),
    "publication_type",
)
SUMMARY = ("says", "for_whom", "evidence_level", "evidence_explanation", "cost", "monday")
ANSWER = ("text", "evidence_level", "limits")


def load(say: Callable[[str], object]) -> None:
    """Load each kind of content that was not loaded before, each in one transaction.

    What somebody did with the content since then, such as withdrawing a question, is left alone.
    `say` gets a line of Dutch for each kind.
    """
    for model, name, make in KINDS:
        if _was_loaded(model):
            continue
        with transaction.atomic():
            made = make()
            audit.record(LOADED, made[0], by=None, count=len(made))
            outbox.changed(*made)
        say(f"{len(made)} {name} gemaakt.")


def _was_loaded(model: type[models.Model]) -> bool:
    label = model._meta.label_lower
    return AuditEvent.objects.filter(action=LOADED, object_type=label).exists()


def _organisations() -> list[Organisation]:
    rows = demo_rows.rows("organisations")
    made: dict[str, Organisation] = {}
    for with_parent in (False, True):
        made |= {
            row["slug"]: Organisation(
                parent=made[row["parent"]] if with_parent else None,
                is_demo=True,
                **demo_rows.values(row, ORGANISATION),
            )
            for row in rows
            if ("parent" in row) == with_parent
        }
        Organisation.objects.bulk_create(new for new in made.values() if new.pk is None)
    SchoolSite.objects.bulk_create(
        SchoolSite(organisation=made[row["slug"]], **demo_rows.values(row, SITE))
        for row in rows
        if "location_code" in row
    )
    return list(made.values())


def _people() -> list[Profile]:
    rows = demo_rows.rows("people")
    organisations = _organisations_by_slug()
    users = [
        User(
            email=row["email"],
            name=row["name"],
            is_administrator=row.get("administrator", False),
            is_demo=True,
        )
        for row in rows
    ]
    for user in users:
        user.set_unusable_password()
    User.objects.bulk_create(users)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    memberships = Membership.objects.bulk_create(
        Membership(
            user=user,
            organisation=organisations[membership["organisation"]],
            role=membership["role"],
            confirmed=True,
        )
        for row, user in zip(rows, users, strict=True)
        for membership in row["memberships"]
    )
    demo_rows.set_afterwards(memberships, started=lambda _: demo_rows.day(730))
    return Profile.objects.bulk_create(
        Profile(user=user, is_public=row.get("public", False), **demo_rows.values(row, PROFILE))
        for row, user in zip(rows, users, strict=True)
    )


def _questions() -> list[Question]:
    rows = demo_rows.rows("questions")
    people = _people_by_slug()
    organisations = _organisations_by_slug()
    made = Question.objects.bulk_create(
        Question(
            owner=people[row["asker"]],
            organisation=organisations[row["organisation"]],
            status=QuestionStatus.OPEN if row["status"] == "published" else QuestionStatus.DRAFT,
            asked=demo_rows.moment(row["days_ago"]) if row["status"] == "published" else None,
            is_demo=True,
            **demo_rows.values(row, QUESTION),
        )
        for row in rows
    )
    ages = {question.pk: row["days_ago"] for question, row in zip(made, rows, strict=True)}
    demo_rows.set_afterwards(
        made,
        created=lambda question: demo_rows.moment(ages[question.pk]),
        modified=lambda question: demo_rows.moment(ages[question.pk]),
    )
    joined = SameQuestion.objects.bulk_create(
        SameQuestion(question=question, user=person, organisation=_first_organisation(person))
        for row, question in zip(rows, made, strict=True)
        for person in (people[slug] for slug in row["also_asked"])
    )
    demo_rows.set_afterwards(
        joined, created=lambda same: demo_rows.moment(ages[same.question_id] // 2)
    )
    return made


def _offerings() -> list[Offering]:
    rows = demo_rows.rows("offerings")
    suppliers = _organisations_by_slug()
    apart = {"slug", "supplier", "prices", "claims", "updated_days_ago"}
    made = Offering.objects.bulk_create(
        Offering(
            supplier=suppliers[row["supplier"]],
            status=OfferingStatus.PUBLISHED,
            published=demo_rows.moment(row["updated_days_ago"]),
            is_demo=True,
            **demo_rows.values(row, row.keys() - apart),
        )
        for row in rows
    )
    _prices(made, rows)
    _claims(made, rows)
    today = timezone.localdate()
    offerings = list(Offering.objects.in_bulk([offering.pk for offering in made]).values())
    models.prefetch_related_objects(offerings, "price_lines__tiers", "claims")
    demo_rows.set_afterwards(
        offerings,
        created=lambda offering: offering.published,
        modified=lambda offering: offering.published,
        price_band=lambda offering: band(offering.prices(), on=today) or "",
        evidence_level=lambda offering: strongest_level(offering.claims.all(), on=today),
    )
    kept = OfferingVersion.objects.bulk_create(
        OfferingVersion(offering=offering, number=1, snapshot=versions.snapshot(offering))
        for offering in offerings
    )
    demo_rows.set_afterwards(kept, published=lambda version: version.offering.published)
    return offerings


def _prices(offerings: Sequence[Offering], rows: Sequence[Row]) -> None:
    prices = [
        (offering, position, price)
        for offering, row in zip(offerings, rows, strict=True)
        for position, price in enumerate(row["prices"])
    ]
    lines = PriceLine.objects.bulk_create(
        PriceLine(
            offering=offering,
            position=position,
            valid_from=demo_rows.coming_day(price.get("valid_from_in_days")),
            valid_to=demo_rows.coming_day(price.get("valid_to_in_days")),
            **demo_rows.values(price, PRICE),
        )
        for offering, position, price in prices
    )
    PriceTier.objects.bulk_create(
        PriceTier(price_line=line, **tier)
        for line, (_, _, price) in zip(lines, prices, strict=True)
        for tier in price.get("tiers", ())
    )


def _claims(offerings: Sequence[Offering], rows: Sequence[Row]) -> None:
    addresses = {row["slug"]: row.get("url", "") for row in demo_rows.rows("knowledge")}
    Claim.objects.bulk_create(
        Claim(
            offering=offering,
            level=claim["evidence_level"],
            evidence_url=addresses.get(claim.get("source"), ""),
            expires=demo_rows.coming_day(claim.get("expires_in_days")),
            **demo_rows.values(claim, CLAIM),
        )
        for offering, row in zip(offerings, rows, strict=True)
        for claim in row.get("claims", ())
    )


def _publications() -> list[Publication]:
    return _items(
        Publication,
        demo_rows.rows("knowledge", kind="publication"),
        lambda row: {
            "description": row["abstract"],
            "licence_code": licences.normalise(row["licence"]),
            **demo_rows.values(row, PUBLICATION),
        },
    )


def _summaries() -> list[PracticeSummary]:
    rows = demo_rows.rows("knowledge", kind="practice_summary")
    made = _items(PracticeSummary, rows, lambda row: demo_rows.values(row, SUMMARY))
    _rest_on_publications(made, rows)
    return made


def _answers() -> list[Answer]:
    rows = demo_rows.rows("knowledge", kind="answer")
    made = _items(
        Answer,
        rows,
        lambda row: {
            "answered_on": demo_rows.day(row["answered_days_ago"]),
            **demo_rows.values(row, ANSWER),
        },
    )
    _rest_on_publications(made, rows)
    return made


def _items(
    model: type[Any], rows: Sequence[Row], own: Callable[[Row], dict[str, Any]]
) -> list[Any]:
    """Published knowledge items; `own` gives the fields that only this model has."""
    owners = _organisations_by_slug()
    made: list[Any] = model.objects.bulk_create(
        model(
            owner=owners[row["owner"]],
            status=ItemStatus.PUBLISHED,
            published=demo_rows.moment(row["updated_days_ago"]),
            is_demo=True,
            **demo_rows.values(row, ITEM),
            **own(row),
        )
        for row in rows
    )
    demo_rows.set_afterwards(
        made, created=lambda item: item.published, modified=lambda item: item.published
    )
    return made


def _rest_on_publications(items: Sequence[Any], rows: Sequence[Row]) -> None:
    titles = {row["slug"]: row["title"] for row in demo_rows.rows("knowledge", kind="publication")}
    publications = {found.title: found for found in Publication.objects.filter(is_demo=True)}
    link = type(items[0]).publications.through
    link.objects.bulk_create(
        link(**{items[0]._meta.model_name: item, "publication": publications[titles[slug]]})
        for item, row in zip(items, rows, strict=True)
        for slug in row["publications"]
    )


KINDS: tuple[tuple[type[models.Model], str, Callable[[], list[Any]]], ...] = (
    (Organisation, "organisaties", _organisations),
    (Profile, "mensen", _people),
    (Question, "vragen", _questions),
    (Offering, "diensten en producten", _offerings),
    (Publication, "publicaties", _publications),
    (PracticeSummary, "praktijksamenvattingen", _summaries),
    (Answer, "antwoorden", _answers),
)
"""What is loaded, in the order in which one refers to the other."""


def _organisations_by_slug() -> dict[str, Organisation]:
    return {found.slug: found for found in Organisation.objects.filter(is_demo=True)}


def _people_by_slug() -> dict[str, User]:
    users = User.objects.filter(is_demo=True, profile__isnull=False).select_related("profile")
    return {user.profile.slug: user for user in users.prefetch_related("memberships__organisation")}


def _first_organisation(user: User) -> Organisation | None:
    memberships = sorted(user.memberships.all(), key=lambda membership: membership.pk)
    return memberships[0].organisation if memberships else None

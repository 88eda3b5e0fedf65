"""Questions in the asker's own words, and who else has the same question."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Domain, Region, Sector, ServiceType
from samenspel.organisations.models import Organisation
from samenspel.questions.choices import MAX_TEXT, AskerRole, Status


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions as somebody may see them."""

    def visible_to(self, user: Any) -> "QuestionQuerySet":
        """Open questions for everyone; one's own in every state."""
        everyone = Q(status=Status.OPEN)
        return self.filter(everyone | Q(owner_id=user.pk) if user.is_authenticated else everyone)

    def owned_by(self, user: Any) -> "QuestionQuerySet":
        """The questions whose words this person decides on."""
        return self.filter(owner_id=user.pk) if user.is_authenticated else self.none()

    def with_askers(self) -> "QuestionQuerySet":
        """Each with `others`: how many other people said this is their question too.

        A subquery and not a join: it is counted for the rows of a page only.
        """
        same = SameQuestion.objects.filter(question=OuterRef("pk")).order_by()
        counted = same.values("question").annotate(number=models.Count("pk")).values("number")
        return self.annotate(others=Coalesce(Subquery(counted), 0))


class Question(models.Model):
    """What bothers somebody in education. Only its owner changes its words (rule 1)."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="questions")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="questions"
    )
    title = models.CharField(_("titel"), max_length=160)
    text = models.TextField(_("vraag"), max_length=MAX_TEXT)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    role = models.CharField(_("ik vraag dit als"), max_length=20, choices=AskerRole, blank=True)
    region = models.CharField(_("provincie"), max_length=20, choices=Region, blank=True)
    domain = models.CharField(_("domein"), max_length=20, choices=Domain, blank=True)
    service_type = models.CharField(
        _("soort dienst"), max_length=30, choices=ServiceType, blank=True
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    version = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(auto_now_add=True)
    modified = models.DateTimeField(auto_now=True)
    asked = models.DateTimeField(null=True, blank=True)
    is_demo = models.BooleanField(default=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("-asked", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | Q(asked__isnull=False),
                name="asked_question_has_a_date",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="question_has_words"),
        )
        indexes = (models.Index(fields=("status", "-asked"), name="questions_by_date"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of this question."""
        return reverse("questions:detail", kwargs={"pk": self.pk})


class SameQuestion(models.Model):
    """Somebody who has this question too, with their own words kept beside it (B2, G5)."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="same_question")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="same_questions"
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    words = models.TextField(_("in je eigen woorden"), max_length=MAX_TEXT, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("question", "user"), name="once_per_person_the_same_question"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.question}"

"""Forms around one question."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.organisations.models import Organisation
from samenspel.questions.choices import MAX_TEXT
from samenspel.questions.fields import TEXT_ERRORS, CleanedText
from samenspel.questions.models import Question


class QuestionForm(forms.ModelForm):
    """A question's words and facts, for its owner."""

    text = CleanedText(
        label=_("Je vraag"),
        max_length=MAX_TEXT,
        error_messages=TEXT_ERRORS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    title = CleanedText(
        label=_("Titel"),
        max_length=160,
        required=False,
        help_text=_("Laat dit leeg als je wilt dat wij je eigen woorden nemen."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Question
        fields = ("text", "title", "sector", "role", "organisation", "domain", "service_type")
        labels = {"organisation": _("School of organisatie")}

    field_order = ("text", "title", "sector", "role", "organisation")

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.initial.setdefault("version", self.instance.version)


class JoinForm(forms.Form):
    """Saying that a question is one's own too, in one's own words if wanted."""

    words = CleanedText(
        label=_("In je eigen woorden"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

"""The form of a question, on the home page and later."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Sector
from samenspel.organisations.models import Organisation
from samenspel.questions.choices import MAX_TEXT, AskerRole
from samenspel.questions.models import Question
from samenspel.screening.text import clean_input

TEXT_ERRORS = {
    "required": _("Typ eerst je vraag, in je eigen woorden."),
    "max_length": _(
        "Je vraag is te lang: %(show_value)d tekens. Maak haar korter, tot %(limit_value)d tekens."
    ),
}


class CleanedText(forms.CharField):
    """Text without characters that cannot be stored or seen, such as NUL."""

    def to_python(self, value: Any) -> str:
        """The text as a person typed it, in Unicode's composed form."""
        return super().to_python(clean_input(value) if isinstance(value, str) else value)


class AskForm(forms.Form):
    """The one field, and two optional facts that make what is found fit better."""

    text = CleanedText(
        label=_("Wat speelt er, of wat wil je weten?"),
        max_length=MAX_TEXT,
        error_messages=TEXT_ERRORS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("Alle sectoren")), *Sector.choices]
    )
    role = forms.ChoiceField(
        label=_("Ik vraag dit als"),
        required=False,
        choices=[("", _("Maakt niet uit")), *AskerRole.choices],
    )


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
        label=_("In je eigen woorden (mag leeg blijven)"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

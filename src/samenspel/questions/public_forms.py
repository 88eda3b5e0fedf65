"""The form with the one field; the home page, a room higher, shows it too."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import Sector
from samenspel.questions.choices import MAX_TEXT, AskerRole
from samenspel.questions.fields import TEXT_ERRORS, CleanedText


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

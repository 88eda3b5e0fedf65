"""The search form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.matching.choices import DismissalReason
from samenspel.screening.text import clean_input

LONGEST = 300
"""Characters in a search; who has more to say asks a question."""


class SearchForm(forms.Form):
    """What to look for and in which order."""

    q = forms.CharField(
        label=_("Zoeken"),
        required=False,
        max_length=LONGEST,
        error_messages={
            "max_length": _("Zoek met hooguit 300 tekens, of stel het als vraag op de startpagina.")
        },
    )
    sorteer = forms.ChoiceField(
        label=_("Volgorde"),
        required=False,
        choices=[("", _("Past het best")), ("datum", _("Nieuwste eerst"))],
    )

    def clean_q(self) -> str:
        """The words without characters that cannot be seen."""
        return clean_input(self.cleaned_data["q"]).strip()


class DismissForm(forms.Form):
    """Niet relevant, want …"""

    text = forms.CharField(widget=forms.HiddenInput, max_length=5000)
    key = forms.RegexField(r"^[a-z]+:\d+$", widget=forms.HiddenInput, max_length=60)
    reason = forms.ChoiceField(label=_("Niet relevant, want"), choices=DismissalReason.choices)
    back = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

"""Form fields for what people write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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

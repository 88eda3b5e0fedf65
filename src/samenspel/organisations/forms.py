"""What people fill in about an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.organisations.choices import ROLES_AT, OrganisationKind
from samenspel.organisations.models import Organisation


class PageForm(forms.ModelForm):  # type: ignore[type-arg]
    """What an organisation tells about itself; the register keeps the rest."""

    class Meta:
        model = Organisation
        fields = ("description", "website")

    description = forms.CharField(
        label=_("Beschrijving"),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Wat voor school of organisatie zijn jullie? Een paar zinnen is genoeg."),
    )
    website = forms.URLField(
        label=_("Website"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld https://www.voorbeeld.nl"),
    )


class JoinForm(forms.Form):
    """As what somebody belongs to an organisation."""

    role = forms.ChoiceField(label=_("Wat ben je hier?"))

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = ROLES_AT[OrganisationKind(organisation.kind)]
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]

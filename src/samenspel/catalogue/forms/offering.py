"""The form with which a supplier describes an offering."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue import choices
from samenspel.catalogue.models import Offering
from samenspel.catalogue.versions import FIELDS
from samenspel.common.taxonomy import SERVICE_TYPES_OF, Domain, Region, Sector

HELP = {
    "title": _("Noem wat het is, zonder slogan."),
    "lead": _("Eén of twee zinnen: voor wie is het en wat levert het op?"),
    "description": _(
        "Wat gebeurt er, in welke stappen, wie doet wat? Je kunt koppen (#), opsommingen (-) en "
        "**vet** gebruiken."
    ),
    "own_hours": _("Over de hele looptijd, voorbereiding meegeteld."),
    "practice_link": _("Hoe werken deelnemers met hun eigen klas, les of school?"),
    "embedding_plan": _("Wat zorgt dat de school er na afloop zelf mee verder kan?"),
    "capacity": _("Bijvoorbeeld: 10 scholen per jaar."),
    "licence": _("Wat mag de school ermee, en hoe lang?"),
    "technical_links": _("Bijvoorbeeld: Basispoort, UWLR, Entree."),
}


def several(label: Any, values: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Boxes of which any number can be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=values,
        required=False,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


class OfferingForm(forms.ModelForm):
    """Everything that is said of an offering, apart from prices and claims."""

    service_type = forms.ChoiceField(
        label=_("Terrein en soort dienst"),
        choices=[
            ("", _("Kies een soort")),
            *(
                (domain.label, [(kind.value, kind.label) for kind in kinds])
                for domain, kinds in SERVICE_TYPES_OF.items()
            ),
        ],
    )
    website = forms.URLField(
        label=_("Meer informatie"), required=False, assume_scheme="https", max_length=200
    )
    sectors = several(_("Sectoren"), Sector.choices)
    target_groups = several(_("Voor wie"), choices.TargetGroup.choices)
    languages = several(_("Talen"), choices.Language.choices)
    regions = several(
        _("Provincies"), Region.choices, _("Niets aangekruist betekent: in het hele land.")
    )

    class Meta:
        model = Offering
        fields = tuple(name for name in FIELDS if name != "domain")
        help_texts = HELP
        widgets = {
            "lead": forms.Textarea(attrs={"rows": 2}),
            "description": forms.Textarea(attrs={"rows": 10}),
            "practice_link": forms.Textarea(attrs={"rows": 3}),
            "embedding_plan": forms.Textarea(attrs={"rows": 3}),
        }

    def clean(self) -> dict[str, Any]:
        """A length goes with its unit, and the domain follows from the service type."""
        values = super().clean() or {}
        if bool(values.get("duration_length")) != bool(values.get("duration_unit")):
            self.add_error(
                "duration_length", _("Vul zowel een getal als een eenheid in, of geen van beide.")
            )
        smallest, largest = values.get("group_minimum"), values.get("group_maximum")
        if smallest is not None and largest is not None and smallest > largest:
            self.add_error("group_maximum", _("Dit is kleiner dan de kleinste groep."))
        return values

    def clean_service_type(self) -> str:
        """A service type belongs to one domain."""
        chosen = self.cleaned_data["service_type"]
        if chosen:
            self.instance.domain = domain_of(chosen)
        return chosen

    def values(self) -> dict[str, Any]:
        """What the actions need."""
        return {**self.cleaned_data, "domain": self.instance.domain}


def domain_of(service_type: str) -> Domain:
    """The domain that a service type belongs to; ValidationError for an unknown type."""
    for domain, kinds in SERVICE_TYPES_OF.items():
        if service_type in [kind.value for kind in kinds]:
            return domain
    raise ValidationError(_("Kies een soort uit de lijst."))


class SupplierForm(forms.Form):
    """For whom the offering is, for people who work for more than one supplier."""

    supplier = forms.ModelChoiceField(label=_("Aanbieder"), queryset=None)

    def __init__(self, *args: Any, suppliers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supplier"].queryset = suppliers  # type: ignore[attr-defined]
        self.fields["supplier"].empty_label = None  # type: ignore[attr-defined]

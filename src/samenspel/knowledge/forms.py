"""The forms with which people write knowledge items."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.common.taxonomy import SERVICE_TYPES_OF, Sector
from samenspel.knowledge.choices import Access
from samenspel.knowledge.models import Answer, Item, PracticeSummary, Publication
from samenspel.knowledge.versions import FIELDS

MOST_LINES = 60


class LinesField(forms.CharField):
    """Several short texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(max_length=MOST_LINES * longest, **kwargs)
        self.longest = longest

    def prepare_value(self, value: Any) -> Any:
        """A stored list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        """The lines that say something, each once."""
        text = super().to_python(value) or ""
        return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))

    def run_validators(self, value: Any) -> None:
        """Of the whole text and of each line."""
        super().run_validators("\n".join(value))

    def validate(self, value: Any) -> None:
        """Not too many lines, none too long."""
        super().validate(value)
        if len(value) > MOST_LINES:
            raise ValidationError(_("Hoogstens %(most)s regels."), params={"most": MOST_LINES})
        for line in value:
            if len(line) > self.longest:
                raise ValidationError(
                    _("Deze regel is te lang: %(line)s…"), params={"line": line[:40]}
                )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as lists."""
        return list(initial or []) != self.to_python(data)


class PublicationsField(LinesField):
    """Publications on this site, each named by its address or number."""

    def prepare_value(self, value: Any) -> Any:
        """Stored publications as addresses with their titles behind them."""
        if isinstance(value, str) or value is None:
            return value
        return "\n".join(f"{found.get_absolute_url()} {found}" for found in value)

    def clean(self, value: Any) -> Any:
        """The publications; a line that names none is told."""
        lines = super().clean(value)
        numbers = {line: self._number(line) for line in lines}
        found = Publication.objects.published().in_bulk([n for n in numbers.values() if n])
        for line, number in numbers.items():
            if number not in found:
                raise ValidationError(
                    _("We vinden geen publicatie bij “%(line)s”."), params={"line": line[:80]}
                )
        return list(found.values())

    def _number(self, line: str) -> int:
        match = re.search(r"/publicatie/(\d{1,18})/", line) or re.match(r"(\d{1,18})(?:\s|$)", line)
        return int(match[1]) if match else 0


class ItemForm(forms.ModelForm):
    """What every kind has: title, who wrote it, for which sectors and about what."""

    authors = LinesField(
        label=_("Auteurs"),
        longest=200,
        required=False,
        help_text=_("Eén naam op elke regel. Auteurs zijn openbaar."),
    )
    sectors = forms.MultipleChoiceField(
        label=_("Sectoren"),
        choices=Sector.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    service_type = forms.ChoiceField(
        label=_("Waar het over gaat"),
        required=False,
        choices=[
            ("", _("Niet ingedeeld")),
            *(
                (domain.label, [(kind.value, kind.label) for kind in kinds])
                for domain, kinds in SERVICE_TYPES_OF.items()
            ),
        ],
    )

    def values(self) -> dict[str, Any]:
        """The fields for the actions; the domain follows from the service type."""
        values = {
            name: value for name, value in self.cleaned_data.items() if name != "publications"
        }
        chosen = values["service_type"]
        domains = [
            domain
            for domain, kinds in SERVICE_TYPES_OF.items()
            if chosen in [kind.value for kind in kinds]
        ]
        return {**values, "domain": str(domains[0]) if domains else ""}

    def rests_on(self) -> Sequence[Publication]:
        """The publications behind the item."""
        return self.cleaned_data.get("publications", ())


def _fields(model: type[Item]) -> tuple[str, ...]:
    return tuple(name for name in FIELDS[model] if name != "domain")


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


MARKDOWN = _("Je kunt koppen (#), opsommingen (-) en **vet** gebruiken.")


class PublicationForm(ItemForm):
    """Metadata of a publication, and the legal way to its text."""

    keywords = LinesField(label=_("Trefwoorden"), longest=120, required=False)
    identifiers = LinesField(
        label=_("Andere kenmerken"),
        longest=1000,
        required=False,
        help_text=_("Bijvoorbeeld een handle of ISBN, één op elke regel."),
    )
    url = forms.URLField(
        label=_("Adres van de volledige tekst"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=_("Alleen een plek waar de tekst met toestemming staat."),
    )

    class Meta:
        model = Publication
        fields = _fields(Publication)
        widgets = {"lead": _text(2), "description": _text(8)}
        help_texts = {"language": _("Code van twee letters, zoals nl of en.")}

    def clean_doi(self) -> str:
        """A DOI without the address in front of it."""
        doi = re.sub(
            r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", self.cleaned_data["doi"], flags=re.I
        )
        if doi and not re.fullmatch(r"10\.\d{4,9}/\S+", doi):
            raise ValidationError(_("Een DOI begint met 10. en heeft een schuine streep."))
        return doi

    def clean_year(self) -> int | None:
        """A year in which something can have been published."""
        year: int | None = self.cleaned_data["year"]
        if year is not None and not 1500 <= year <= 2200:
            raise ValidationError(_("Dit is geen jaar van uitgave."))
        return year

    def clean(self) -> dict[str, Any]:
        """What is free to read has a place where it is."""
        values = super().clean() or {}
        if values.get("access") == Access.OPEN and not values.get("url") and not self.errors:
            self.add_error("url", _("Waar is de tekst vrij te lezen?"))
        return values


class RestingForm(ItemForm):
    """An item that rests on publications."""

    publications = PublicationsField(
        label=_("Steunt op deze publicaties"),
        longest=700,
        required=False,
        help_text=_("Het adres of nummer van een publicatie op Samenspel, één op elke regel."),
    )

    def __init__(self, *args: Any, instance: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        if instance is not None and instance.pk:
            self.initial["publications"] = list(instance.publications.published())


class SummaryForm(RestingForm):
    """What research says, for somebody who has to act on it."""

    class Meta:
        model = PracticeSummary
        fields = (*_fields(PracticeSummary), "publications")
        widgets = {
            "lead": _text(2),
            "says": _text(8),
            "for_whom": _text(3),
            "evidence_explanation": _text(4),
            "cost": _text(3),
            "monday": _text(6),
        }
        help_texts = {
            "says": MARKDOWN,
            "cost": _("Geld, tijd en wat het van het team vraagt."),
            "monday": _("Eén tot vijf stappen waarmee iemand kan beginnen."),
        }


class AnswerForm(RestingForm):
    """An answer to one question."""

    class Meta:
        model = Answer
        fields = (*_fields(Answer), "publications")
        widgets = {
            "lead": _text(2),
            "text": _text(10),
            "limits": _text(4),
            "answered_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {"title": _("De vraag")}
        help_texts = {
            "text": MARKDOWN,
            "limits": _("Voor wie of wat geldt dit antwoord niet? Wat is nog niet onderzocht?"),
        }


class OwnerForm(forms.Form):
    """For which organisation, for people who write for more than one."""

    owner = forms.ModelChoiceField(label=_("Organisatie"), queryset=None)

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["owner"].empty_label = None  # type: ignore[attr-defined]


FORMS: dict[type[Item], type[ItemForm]] = {
    Publication: PublicationForm,
    PracticeSummary: SummaryForm,
    Answer: AnswerForm,
}

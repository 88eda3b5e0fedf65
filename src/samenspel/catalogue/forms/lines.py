"""Rows of a form: price lines and claims. Rows are added by a button that sends the form."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue.choices import COUNTED, USUALLY, Basis, Tiering, Vat
from samenspel.catalogue.models import Claim, PriceLine
from samenspel.catalogue.prices import Price, Tier
from samenspel.catalogue.versions import CLAIM_FIELDS
from samenspel.catalogue.wording import tiers_in_words
from samenspel.common.taxonomy import EvidenceLevel

ROWS = 40
"""The most price lines or claims of one offering."""

PRESET = {"vat", "vat_rate", "recurrence", "tiering", "minimum", "level", "DELETE"}
"""Fields that hold a value in an empty row too."""

TIER = re.compile(r"(\d{1,6})\s*[:=]\s*€?\s*(\d{1,6}(?:[.,]\d{1,2})?)\s*")


def parse_tiers(text: str) -> tuple[Tier, ...]:
    """Tiers as people write them ("101: 8,00; 251: 6"), from low to high, or ValidationError."""
    tiers = []
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        match = TIER.fullmatch(part.strip())
        if match is None:
            raise ValidationError(
                _("“%(part)s” lezen we niet. Schrijf een trede als 101: 8,00."),
                params={"part": part.strip()[:40]},
            )
        tiers.append(Tier(int(match[1]), Decimal(match[2].replace(",", "."))))
    starts = [tier.start for tier in tiers]
    if len(set(starts)) < len(starts):
        raise ValidationError(_("Twee treden beginnen bij hetzelfde aantal."))
    if any(start < 2 for start in starts):
        raise ValidationError(_("De eerste trede is het bedrag zelf; begin hier bij 2 of hoger."))
    return tuple(sorted(tiers, key=lambda tier: tier.start))


class RowForm(forms.ModelForm):
    """A row counts when somebody filled something in, not for the choices that stand there."""

    def has_changed(self) -> bool:
        """Whether anything but a preset choice differs from an empty row."""
        return bool(set(self.changed_data) - PRESET)


class PriceLineForm(RowForm):
    """One price line; what does not fit the basis is refused with a word about why."""

    vat_rate = forms.TypedChoiceField(
        label=_("Btw-tarief"),
        choices=[("21", "21%"), ("9", "9%"), ("0", "0%")],
        coerce=Decimal,
        required=False,
        empty_value=Decimal(21),
    )
    tiers = forms.CharField(
        label=_("Treden"),
        required=False,
        max_length=400,
        help_text=_("Vanaf welk aantal geldt welk bedrag? Bijvoorbeeld: 101: 8,00; 251: 6,00"),
    )

    class Meta:
        model = PriceLine
        fields = (
            *("label", "basis", "amount", "recurrence", "vat", "vat_rate", "option"),
            *("usual_quantity", "minimum", "tiering", "tiers", "valid_from", "valid_to"),
        )
        help_texts = {
            "label": _("Bijvoorbeeld: training, lesmateriaal, reiskosten."),
            "option": _(
                "Alleen nodig als scholen kunnen kiezen, zoals “bij ons” of “op school”. Regels "
                "met dezelfde keuze horen bij elkaar."
            ),
            "usual_quantity": _("Hoeveel uren, dagen of licenties zijn er gewoonlijk nodig?"),
            "minimum": _("Voor minder dan dit aantal betaalt de school evenveel."),
        }
        widgets = {
            "valid_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "valid_to": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean_minimum(self) -> int:
        """Nothing means no minimum."""
        return self.cleaned_data["minimum"] or 0

    def clean_tiers(self) -> tuple[Tier, ...]:
        """The text as tiers."""
        return parse_tiers(self.cleaned_data["tiers"])

    def clean(self) -> dict[str, Any]:
        """Amount, VAT, minimum, usual number and tiers that go together."""
        values = super().clean() or {}
        basis = values.get("basis")
        if basis in (Basis.FREE, Basis.ON_REQUEST):
            if values.get("amount"):
                self.add_error("amount", _("Hier hoort geen bedrag bij; laat het leeg."))
            values["amount"] = Decimal(0) if basis == Basis.FREE else None
        elif values.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Vul een bedrag in, of kies “gratis” of “op aanvraag”."))
        elif (values.get("amount") or 0) < 0:
            self.add_error("amount", _("Een bedrag kan niet onder nul liggen."))
        if values.get("vat") == Vat.EXEMPT:
            values["vat_rate"] = Decimal(0)
        if values.get("usual_quantity") is not None:
            if basis not in USUALLY:
                self.add_error("usual_quantity", _("Dit past alleen bij uren, dagen of licenties."))
            elif values["usual_quantity"] <= 0:
                self.add_error("usual_quantity", _("Vul een getal boven nul in."))
        if values.get("minimum") and basis not in COUNTED:
            self.add_error("minimum", _("Bij deze prijs valt niets te tellen."))
        begin, end = values.get("valid_from"), values.get("valid_to")
        if begin and end and begin > end:
            self.add_error("valid_to", _("Dit ligt voor het begin."))
        self._clean_tiering(values, basis)
        return values

    def _clean_tiering(self, values: dict[str, Any], basis: str | None) -> None:
        tiering, tiers = values.get("tiering"), values.get("tiers") or ()
        if tiers and tiering == Tiering.NONE:
            self.add_error("tiering", _("Kies hoe we de treden moeten lezen."))
        if tiering != Tiering.NONE and basis and basis not in COUNTED:
            self.add_error("tiering", _("Bij deze prijs valt niets te tellen."))
        if tiering != Tiering.NONE and not tiers and "tiers" not in self.errors:
            self.add_error("tiers", _("Vul de treden in."))
        if tiering == Tiering.PACKAGE:
            amounts = [values.get("amount") or 0, *(tier.amount for tier in tiers)]
            if amounts != sorted(amounts):
                self.add_error("tiers", _("Een grotere groep kan niet minder kosten."))

    @property
    def is_detailed(self) -> bool:
        """Whether something in the folded part asks for attention."""
        details = ("usual_quantity", "minimum", "tiers", "option", "valid_from", "valid_to")
        return any(
            self[name].value() or self[name].errors
            for name in (*details, "tiering")
            if self[name].value() not in ("0", 0, Tiering.NONE)
        )

    def price(self) -> Price:
        """The row as a value; only after it was found valid."""
        return replace(self.instance.as_price(), tiers=self.cleaned_data["tiers"])


class ClaimForm(RowForm):
    """One claim with what stands behind it."""

    evidence_url = forms.URLField(
        label=_("Adres van het onderzoek"), required=False, assume_scheme="https", max_length=200
    )

    class Meta:
        model = Claim
        fields = CLAIM_FIELDS
        help_texts = {
            "text": _("Eén effect, zo precies mogelijk."),
            "expires": _("Daarna laten we zien dat de claim verlopen is."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "evidence": forms.Textarea(attrs={"rows": 3}),
            "expires": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean(self) -> dict[str, Any]:
        """A level needs somebody who found it."""
        values = super().clean() or {}
        if values.get("level") not in (None, EvidenceLevel.NONE) and not values.get("issuer"):
            self.add_error("issuer", _("Wie heeft het onderzocht?"))
        return values


class Rows(forms.BaseFormSet):
    """Rows that can be taken out; a row that is empty does not count.

    The rows that are there already are sent like new ones, so that every row says what it should
    become and none depends on what was stored.
    """

    def __init__(self, *args: Any, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=initial, **kwargs)
        self.extra = max(1, len(initial or ()))

    def initial_form_count(self) -> int:
        """None: see above."""
        return 0

    def with_one_more(self) -> Self:
        """The same rows as they were sent and an empty one, without looking for errors."""
        data = self.data.copy()
        name = f"{self.prefix}-TOTAL_FORMS"
        data[name] = min(self.total_form_count() + 1, ROWS)
        return type(self)(data, prefix=self.prefix)

    def kept(self) -> list[Any]:
        """The rows that say something, in order."""
        return [form for form in self.forms if form.has_changed() and not self._deleted(form)]

    def _deleted(self, form: forms.Form) -> bool:
        return bool(getattr(form, "cleaned_data", {}).get("DELETE"))

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """With the box that takes a row out in our words."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Deze regel weglaten")


def _rows(form: type[forms.ModelForm]) -> type[Rows]:
    return forms.formset_factory(  # type: ignore[return-value]
        form,
        formset=Rows,
        extra=0,
        can_delete=True,
        max_num=ROWS,
        validate_max=True,
        absolute_max=ROWS + 10,
    )


PriceRows = _rows(PriceLineForm)
ClaimRows = _rows(ClaimForm)


def price_rows_from(prices: Iterable[Price]) -> list[dict[str, Any]]:
    """What the rows of the form begin with."""
    return [
        {
            **{name: getattr(price, name) for name in PriceLineForm.Meta.fields},
            "vat_rate": str(price.vat_rate.normalize() + 0),
            "tiers": tiers_in_words(price),
        }
        for price in prices
    ]


def claim_rows_from(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """What the rows of the form begin with."""
    return [{name: getattr(claim, name) for name in CLAIM_FIELDS} for claim in claims]

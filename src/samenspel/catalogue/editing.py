"""The form of an offering with its rows of prices and claims, taken together."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import BaseForm
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext as _

from samenspel.catalogue.forms.lines import (
    ClaimRows,
    PriceRows,
    Rows,
    claim_rows_from,
    price_rows_from,
)
from samenspel.catalogue.forms.offering import OfferingForm, SupplierForm
from samenspel.catalogue.models import Offering
from samenspel.organisations.models import Organisation


class Editing:
    """What somebody fills in about an offering: `data` is what was sent, None for a fresh form."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        offering: Offering | None = None,
        suppliers: Any = None,
    ) -> None:
        self.form = OfferingForm(data, instance=offering)
        first: tuple[Any, Any] = ([], [])
        if offering is not None and data is None:
            first = (price_rows_from(offering.prices()), claim_rows_from(offering.claims.all()))
        self.prices: Rows = PriceRows(data, prefix="prices", initial=first[0])
        self.claims: Rows = ClaimRows(data, prefix="claims", initial=first[1])
        self.suppliers = list(suppliers) if suppliers is not None else []
        self.supplier_form = (
            SupplierForm(data, suppliers=suppliers) if len(self.suppliers) > 1 else None
        )
        self._stored_supplier = offering.supplier if offering else None

    def add_row(self, name: str) -> None:
        """One more row of prices or claims; nothing is judged yet."""
        if name == "prices":
            self.prices = self.prices.with_one_more()
        elif name == "claims":
            self.claims = self.claims.with_one_more()
        self.forget_errors()

    def forget_errors(self) -> None:
        """Show again what was sent without saying what is wrong with it."""
        for form in self._forms():
            form._errors = ErrorDict()
            form.cleaned_data = {}
        for rows in (self.prices, self.claims):
            rows._errors = [{} for _form in rows.forms]
            rows._non_form_errors = ErrorList()

    def is_valid(self) -> bool:
        """Whether all of it can be kept; every part is looked at, so that all errors show."""
        parts = [self.form, self.prices, self.claims]
        if self.supplier_form:
            parts.append(self.supplier_form)
        valid = [part.is_valid() for part in parts]
        return all(valid)

    @property
    def has_errors(self) -> bool:
        """Whether something was found wrong."""
        return bool(self.errors())

    def errors(self) -> list[tuple[str, str]]:
        """For the summary on top: the id of each field with an error, and what is wrong."""
        found = []
        for form, name in self._named_forms():
            for field in form:
                found += [
                    (field.error_target, f"{name}{field.label}: {text}") for text in field.errors
                ]
            found += [("", f"{name}{text}") for text in form.non_field_errors()]
        for rows in (self.prices, self.claims):
            found += [("", str(text)) for text in rows.non_form_errors()]
        return found

    @property
    def supplier(self) -> Organisation:
        """For whom the offering is; only after it was found valid."""
        if self._stored_supplier is not None:
            return self._stored_supplier
        if self.supplier_form:
            return self.supplier_form.cleaned_data["supplier"]
        return self.suppliers[0]

    def values(self) -> dict[str, Any]:
        """What the actions need; only after it was found valid."""
        return {
            "fields": self.form.values(),
            "prices": [row.price() for row in self.prices.kept()],
            "claims": [row.instance for row in self.claims.kept()],
        }

    def offering_as_filled_in(self) -> Offering:
        """The offering as it would become, not saved."""
        offering = self.form.instance
        offering.supplier = self.supplier
        return offering

    def _forms(self) -> Iterator[BaseForm]:
        return (form for form, _name in self._named_forms())

    def _named_forms(self) -> Iterator[tuple[Any, str]]:
        if self.supplier_form:
            yield self.supplier_form, ""
        yield self.form, ""
        for rows, label in ((self.prices, _("Prijs")), (self.claims, _("Claim"))):
            for number, form in enumerate(rows.forms, start=1):
                yield form, f"{label} {number}, "

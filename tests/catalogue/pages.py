"""Pages for the browser tests: (route, keyword arguments out of the world, actor)."""

from factories.catalogue import ClaimFactory, OfferingFactory, PriceLineFactory
from matrix import nothing

from catalogue.matrix import draft, supplier
from samenspel.catalogue import actions
from samenspel.catalogue.choices import Basis, Status


def rich(world):
    """A published offering with prices of every kind, claims, versions and neighbours."""
    offering = OfferingFactory(
        supplier=world.supplier_organisation,
        status=Status.DRAFT,
        published=None,
        target_groups=["leraren"],
        description="# Aanpak\n\n- lezen\n- praten",
        own_hours=10,
        website="https://example.org",
    )
    PriceLineFactory(offering=offering, label="Training", option="Op school", minimum=8)
    PriceLineFactory(offering=offering, basis=Basis.ON_REQUEST, amount=None, option="Op maat")
    PriceLineFactory(offering=offering, basis=Basis.PUPIL, recurrence="yearly")
    ClaimFactory(offering=offering, evidence="Twee studies.", context="Groep 4")
    OfferingFactory.create_batch(2)
    actions.publish(offering=offering, by=world.supplier)
    offering.refresh_from_db()
    offering.title = "Anders lezen"
    offering.save()
    actions.publish(offering=offering, by=world.supplier)
    return {"pk": offering.pk}


PAGES = [
    ("catalogue:list", nothing, "anonymous"),
    ("catalogue:list", nothing, "supplier", "q=geen&sector=po"),
    ("catalogue:offering", rich, "anonymous", "participants=12&pupils=240&hourly_cost=55"),
    ("catalogue:offering", rich, "supplier", "participants=veel"),
    ("catalogue:offering", draft, "supplier"),
    ("catalogue:supplier", supplier, "anonymous"),
    ("catalogue:versions", rich, "supplier"),
    ("catalogue:mine", nothing, "supplier"),
    ("catalogue:add", nothing, "supplier"),
    ("catalogue:edit", rich, "supplier"),
]

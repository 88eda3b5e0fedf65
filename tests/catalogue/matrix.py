from factories.catalogue import OfferingFactory, PriceLineFactory
from matrix import row, signed_in

from catalogue.test_managing import filled_in
from samenspel.catalogue.choices import Status


def offering(status):
    def kwargs(world):
        made = OfferingFactory(
            supplier=world.supplier_organisation, status=status, target_groups=["leraren"]
        )
        PriceLineFactory(offering=made)
        return {"pk": made.pk}

    return kwargs


published, draft, withdrawn = map(offering, (Status.PUBLISHED, Status.DRAFT, Status.WITHDRAWN))


def supplier(world):
    return {"slug": world.supplier_organisation.slug}


def sent(world):
    return filled_in(wish="save")


suppliers = {"supplier": 200, "other_supplier": 200}
saves = {"supplier": 302, "other_supplier": 302}

ROWS = [
    row("catalogue:list", everyone=200),
    row("catalogue:supplier", kwargs=supplier, everyone=200),
    row("catalogue:offering", state="published", kwargs=published, everyone=200),
    row("catalogue:offering", state="draft", kwargs=draft, everyone=404, supplier=200),
    row(
        "catalogue:offering",
        state="withdrawn",
        kwargs=withdrawn,
        everyone=404,
        supplier=200,
        administrator=200,
    ),
    row("catalogue:versions", state="published", kwargs=published, everyone=200),
    row("catalogue:versions", state="draft", kwargs=draft, everyone=404, supplier=200),
    row(
        "catalogue:versions",
        state="withdrawn",
        kwargs=withdrawn,
        everyone=404,
        supplier=200,
        administrator=200,
    ),
    signed_in("catalogue:mine", answer=403, **suppliers),
    signed_in("catalogue:add", answer=403, **suppliers),
    signed_in("catalogue:add", "POST", answer=403, data=sent, **saves),
]
for state, kwargs, hidden in (
    ("published", published, 403),
    ("draft", draft, 404),
    ("withdrawn", withdrawn, 404),
):
    administrator = 404 if state == "draft" else 403
    others = {"state": state, "kwargs": kwargs, "answer": hidden}
    ROWS += [
        signed_in("catalogue:edit", **others, supplier=200, administrator=administrator),
        signed_in(
            "catalogue:edit",
            "POST",
            **others,
            data=sent,
            supplier=302,
            administrator=administrator,
        ),
        signed_in("catalogue:publish", "POST", **others, supplier=302, administrator=administrator),
        signed_in(
            "catalogue:withdraw",
            "POST",
            **others,
            supplier=302,
            administrator=404 if state == "draft" else 302,
        ),
    ]

from samenspel.common.register import personal, public, technical

MEMBERSHIP = "tot 7 jaar na het einde"

FIELDS = {
    **{
        f"Organisation.{name}": public()
        for name in [
            "name",
            "slug",
            "kind",
            "parent",
            "description",
            "website",
            "sectors",
            "street",
            "postcode",
            "place",
            "municipality",
            "region",
            "longitude",
            "latitude",
            "closed_on",
            "source",
            "source_date",
            "is_demo",
            "modified",
        ]
    },
    "Organisation.id": technical(),
    **{
        f"SchoolSite.{name}": public()
        for name in [
            "organisation",
            "brin",
            "location_code",
            "school_type",
            "denomination",
            "pupils",
            "teachers",
        ]
    },
    "Membership.id": technical(),
    "Membership.user": personal(MEMBERSHIP, "verwijderd"),
    "Membership.organisation": personal(MEMBERSHIP, "verwijderd"),
    "Membership.role": personal(MEMBERSHIP, "verwijderd"),
    "Membership.confirmed": technical(),
    "Membership.started": personal(MEMBERSHIP, "verwijderd"),
    "Membership.ended": personal(MEMBERSHIP, "verwijderd"),
}

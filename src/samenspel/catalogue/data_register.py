from samenspel.common.register import each, personal, public, technical

FIELDS = {
    **each(
        "Offering",
        "supplier title lead description domain service_type form delivery sectors target_groups "
        "languages regions duration duration_length duration_unit group_minimum group_maximum "
        "capacity own_hours team_approach practice_link embedding_plan co_creation edition licence "
        "technical_links website published price_band evidence_level is_demo",
        public(),
    ),
    **each("Offering", "id status created modified fair_place", technical()),
    **each(
        "PriceLine",
        "position label option basis amount vat vat_rate recurrence usual_quantity minimum tiering "
        "valid_from valid_to",
        public(),
    ),
    **each("PriceLine", "id offering", technical()),
    **each("PriceTier", "start amount", public()),
    **each("PriceTier", "id price_line", technical()),
    **each("Claim", "text evidence evidence_url level context issuer expires", public()),
    **each("Claim", "id offering", technical()),
    **each("OfferingVersion", "number snapshot published", public()),
    **each("OfferingVersion", "id offering", technical()),
    **each("OfferingVersion", "author", personal("zolang de versie bestaat", "leeggemaakt")),
}

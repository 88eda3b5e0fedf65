from samenspel.common.register import each, personal, public, technical

RUN = "3 jaar"

FIELDS = {
    **each(
        "Organisation",
        "name slug kind parent registry_number description website sectors street postcode place "
        "municipality region longitude latitude closed_on source source_date is_demo modified",
        public(),
    ),
    **each(
        "SchoolSite",
        "organisation brin location_code school_type denomination education_area pupils teachers "
        "opened_on",
        public(),
    ),
    **each("Organisation", "id words", technical()),
    **each("Membership", "id confirmed", technical()),
    **each(
        "Membership",
        "user organisation role started ended",
        personal("tot 7 jaar na het einde", "verwijderd"),
    ),
    **each(
        "ImportRun",
        "id started file_name digest layout encoding source_date outcome rows new changed "
        "unchanged closed repeated refused",
        technical(RUN),
    ),
    **each("ImportRun", "by", personal(RUN, "leeggemaakt")),
    **each("ImportIssue", "id run line field value code other_line", technical(RUN)),
    **each("RegisterChange", "id run", technical(RUN)),
    **each("RegisterChange", "organisation field old new", public(RUN)),
}

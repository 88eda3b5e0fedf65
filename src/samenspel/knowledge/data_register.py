from samenspel.common.register import each, personal, public, technical

RUN = "3 jaar"
ITEM = "title lead domain service_type sectors owner published is_demo"
RECORD = (
    "description year publisher language keywords access url licence licence_code doi identifiers "
    "source harvested_identifier datestamp"
)
AUTHORS = personal("zolang het item bestaat", "blijft: openbare auteur; op verzoek verwijderd")
VERSION_AUTHOR = personal("zolang de versie bestaat", "leeggemaakt")

FIELDS = {
    **each("Publication", f"{ITEM} {RECORD} publication_type", public()),
    **each("OpenMaterial", f"{ITEM} {RECORD} material_type", public()),
    **each(
        "PracticeSummary",
        f"{ITEM} says for_whom evidence_level evidence_explanation cost monday",
        public(),
    ),
    **each("Answer", f"{ITEM} text evidence_level limits answered_on", public()),
    "Publication.digest": technical(),
    "OpenMaterial.digest": technical(),
    **{
        f"{model}.{name}": technical()
        for model in ("Publication", "OpenMaterial", "PracticeSummary", "Answer")
        for name in ("id", "status", "created", "modified")
    },
    **{
        f"{model}.authors": AUTHORS
        for model in ("Publication", "OpenMaterial", "PracticeSummary", "Answer")
    },
    **each("PracticeSummary_publications", "id practicesummary publication", public()),
    **each("Answer_publications", "id answer publication", public()),
    **{
        f"{kind.title()}Version.{name}": entry
        for kind in ("publication", "summary", "answer")
        for name, entry in {
            "id": technical(),
            kind: technical(),
            "number": public(),
            "snapshot": public(),
            "published": public(),
            "author": VERSION_AUTHOR,
        }.items()
    },
    **each("DeniedAccess", "id publication on role", technical("5 jaar")),
    **each("HarvestSource", "id base_url name", technical()),
    **each(
        "HarvestRun",
        "id source origin metadata_prefix set_spec since responded status started finished "
        "resumption_token new changed unchanged deleted refused",
        technical(RUN),
    ),
    **each("HarvestError", "id run identifier message", technical(RUN)),
}

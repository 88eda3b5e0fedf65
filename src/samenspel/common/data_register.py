from samenspel.common.register import each, personal, technical

FIELDS = {
    **each("AuditEvent", "id at", technical()),
    **each(
        "AuditEvent",
        "actor_role action object_type object_id details request_id",
        technical("7 jaar"),
    ),
    "AuditEvent.actor_id": personal("7 jaar", "blijft als nummer; de persoon erachter verdwijnt"),
}

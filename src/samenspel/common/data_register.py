from samenspel.common.register import personal, technical

FIELDS = {
    "AuditEvent.id": technical(),
    "AuditEvent.at": technical(),
    "AuditEvent.actor_id": personal("7 jaar", "blijft als nummer; de persoon erachter verdwijnt"),
    "AuditEvent.actor_role": technical("7 jaar"),
    "AuditEvent.action": technical("7 jaar"),
    "AuditEvent.object_type": technical("7 jaar"),
    "AuditEvent.object_id": technical("7 jaar"),
    "AuditEvent.details": technical("7 jaar"),
    "AuditEvent.request_id": technical("7 jaar"),
}

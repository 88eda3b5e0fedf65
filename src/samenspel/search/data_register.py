from samenspel.common.register import technical

FIELDS = {
    "OutboxEntry.id": technical("tot het is verwerkt"),
    "OutboxEntry.kind": technical("tot het is verwerkt"),
    "OutboxEntry.object_id": technical("tot het is verwerkt"),
    "OutboxEntry.written": technical("tot het is verwerkt"),
}

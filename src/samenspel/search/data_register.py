from samenspel.common.register import each, technical

FIELDS = {
    **each("OutboxEntry", "id kind object_id written", technical("tot het is verwerkt")),
}

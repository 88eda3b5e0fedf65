from samenspel.common.register import each, personal, technical

WAITING = "id kind object_id written due failures error"
DONE = "tot het is verwerkt"

FIELDS = {
    **each("OutboxEntry", f"{WAITING} indexed", technical(DONE)),
    **each("EmbeddingTask", WAITING, technical(DONE)),
    **each("DocumentVector", "id kind object_id model audience labels", technical()),
    **each(
        "DocumentVector",
        "content_hash embedding",
        personal("zolang het onderwerp bestaat", "verdwijnt met het onderwerp"),
    ),
}

"""Small OAI-PMH responses, written by ourselves."""

from xml.sax.saxutils import escape

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def dc(title="Rekenen met breuken", **fields):
    """An `oai_dc` element; a field may be a text or a list of texts."""
    children = "".join(
        f"<dc:{name}>{escape(value)}</dc:{name}>"
        for name, values in {"title": title, **fields}.items()
        for value in ([values] if isinstance(values, str) else values)
    )
    return (
        '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{children}</oai_dc:dc>'
    )


def record(identifier="oai:bron:1", metadata=None, *, deleted=False, about="", sets=("po",)):
    """A `record` element with a datestamp of 2 January 2024."""
    status = ' status="deleted"' if deleted else ""
    inside = "" if deleted else f"<metadata>{dc() if metadata is None else metadata}</metadata>"
    specs = "".join(f"<setSpec>{name}</setSpec>" for name in sets)
    return (
        f"<record><header{status}><identifier>{identifier}</identifier>"
        f"<datestamp>2024-01-02T03:04:05Z</datestamp>{specs}</header>{inside}{about}</record>"
    )


def response(*records, token=None, extra="", prefix="oai_dc"):
    """A whole response in bytes; `token=""` closes a list that was resumed."""
    resumption = "" if token is None else f"<resumptionToken>{token}</resumptionToken>"
    body = f"<ListRecords>{''.join(records)}{resumption}</ListRecords>" if records else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n'
        "<responseDate>2024-03-01T10:00:00Z</responseDate>\n"
        f'<request verb="ListRecords" metadataPrefix="{prefix}">https://bron.example/oai</request>\n'
        f"{extra}{body}</OAI-PMH>"
    ).encode()

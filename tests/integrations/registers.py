"""Small register files in both layouts, with made-up schools."""

GEOCODED = {
    "brin_nummer": "12AB",
    "vestigingscode": "12AB00",
    "naam": "De Zèbra",
    "type": "basisschool",
    "denominatie": "Openbaar",
    "straat": "Dorpsstraat",
    "huisnummer": "12",
    "postcode": "1234AB",
    "plaats": "Ergensdorp",
    "gemeente": "ERGENSDORP",
    "provincie": "Utrecht",
    "onderwijsgebied": "Utrecht en omstreken",
    "leerlingen": "120",
    "lon": "5.12",
    "lat": "52.09",
}
DUO = {
    "PROVINCIE": "Noord-Brabant",
    "BEVOEGD GEZAG NUMMER": "40123",
    "INSTELLINGSCODE": "34CD",
    "VESTIGINGSCODE": "34CD01",
    "VESTIGINGSNAAM": "Scholengemeenschap Zuidérhof",
    "STRAATNAAM": "Laan",
    "HUISNUMMER-TOEVOEGING": "5 a",
    "POSTCODE": "5831 CR",
    "PLAATSNAAM": "BERGEN OP ZOOM",
    "GEMEENTENUMMER": "0748",
    "GEMEENTENAAM": "BERGEN OP ZOOM",
    "DENOMINATIE": "Rooms-Katholiek",
    "TELEFOONNUMMER": "0485123456",
    "INTERNETADRES": "www.zuiderhof.example",
    "ONDERWIJSSTRUCTUUR": "VBO/MAVO/HAVO",
    "ONDERWIJSGEBIED NAAM": "West-Noord-Brabant",
}


def csv(kind, *rows, delimiter=None, encoding=None, without=(), more=None):
    """A file in bytes: each row is a mapping of what differs from the standard row, or a line."""
    standard = {**kind, **(more or {})}
    names = [name for name in standard if name not in without]
    delimiter = delimiter or ("," if kind is GEOCODED else ";")
    encoding = encoding or ("utf-8" if kind is GEOCODED else "windows-1252")
    lines = [delimiter.join(names)]
    for row in rows:
        if isinstance(row, str):
            lines.append(row)
        else:
            values = {**standard, **row}
            lines.append(delimiter.join(values[name] for name in names))
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def many(count, **changes):
    """Rows for `count` different sites."""
    return [
        {
            "brin_nummer": (
                brin := f"{n // 676 % 100:02}{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}"
            ),
            "vestigingscode": f"{brin}00",
            "naam": f"School {n}",
            **changes,
        }
        for n in range(count)
    ]

from samenspel.common.register import each, personal, technical

FIELDS = {
    **each("Dismissal", "id created", technical("2 jaar")),
    **each("Dismissal", "user subject key reason", personal("2 jaar", "verwijderd")),
}

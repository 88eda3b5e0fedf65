from matrix import row

ROWS = [
    row("health", everyone=200),
    row("set_language", "GET", everyone=302),
    row("set_language", "POST", everyone=302, data=lambda world: {"language": "en", "next": "/"}),
]

from matrix import Row, row

ROWS: list[Row] = [row("ui:gallery", everyone=200)]

from matrix import nothing

from questions.matrix import draft, opened

PAGES = [
    ("questions:list", nothing, "anonymous"),
    ("questions:detail", opened, "anonymous"),
    ("questions:detail", opened, "teacher"),
    ("questions:detail", opened, "colleague"),
    ("questions:edit", draft, "teacher"),
    ("questions:ask", draft, "teacher"),
]

from matrix import nothing

from accounts.matrix import public

PAGES = [
    ("accounts:profile", nothing, "teacher"),
    ("accounts:person", public, "anonymous"),
]

from matrix import nothing

from portal.matrix import opened

PAGES = [
    ("portal:home", nothing, "anonymous"),
    ("portal:home", nothing, "teacher"),
    ("portal:ask", nothing, "anonymous"),
    ("portal:search", nothing, "anonymous", "q=woorden"),
    ("portal:search", nothing, "teacher"),
    ("portal:for-question", opened, "anonymous"),
    ("portal:mine", nothing, "teacher"),
    ("portal:about", nothing, "anonymous"),
    ("portal:how-search-works", nothing, "anonymous"),
    ("portal:accessibility", nothing, "anonymous"),
    ("portal:privacy", nothing, "anonymous"),
    ("portal:contact", nothing, "anonymous"),
]

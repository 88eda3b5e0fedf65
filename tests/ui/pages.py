"""Pages for the browser tests: (route, keyword arguments out of the world, actor)."""

from matrix import nothing

PAGES = [
    ("ui:gallery", nothing, "anonymous"),
    ("ui:gallery", nothing, "teacher"),
    ("account_login", nothing, "anonymous"),
    ("account_signup", nothing, "anonymous"),
    ("account_reset_password", nothing, "anonymous"),
    ("account_email", nothing, "teacher"),
    ("account_change_password", nothing, "teacher"),
    ("mfa_index", nothing, "teacher"),
    ("mfa_list_webauthn", nothing, "teacher"),
]

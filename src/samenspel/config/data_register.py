"""The register for tables that come with Django and allauth."""

from samenspel.common.register import each, personal, technical

ACCOUNT = "zolang het account bestaat"

FIELDS = {
    **each("accounts.User_groups", "id user group", technical()),
    **each("accounts.User_user_permissions", "id user permission", technical()),
    **each("auth.Permission", "id name content_type codename", technical()),
    **each("auth.Group", "id name", technical()),
    **each("auth.Group_permissions", "id group permission", technical()),
    **each("contenttypes.ContentType", "id app_label model", technical()),
    **each("sessions.Session", "session_key expire_date", technical("14 dagen")),
    **each("sessions.Session", "session_data", personal("14 dagen", "verwijderd")),
    **each("account.EmailAddress", "id verified primary", technical()),
    **each("account.EmailAddress", "user email", personal(ACCOUNT, "verwijderd")),
    **each("account.EmailConfirmation", "id created sent key", technical("3 dagen")),
    **each("account.EmailConfirmation", "email_address", personal("3 dagen", "verwijderd")),
    **each("mfa.Authenticator", "id type created_at last_used_at", technical(ACCOUNT)),
    **each("mfa.Authenticator", "user data", personal(ACCOUNT, "verwijderd")),
}

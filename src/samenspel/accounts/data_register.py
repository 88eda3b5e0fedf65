from samenspel.common.register import each, personal, technical

ACCOUNT = "zolang het account bestaat"

FIELDS = {
    **each("User", "id is_superuser is_active is_administrator is_demo", technical()),
    **each("User", "password last_login email name language joined", personal(ACCOUNT, "gewist")),
    **each(
        "Profile",
        "user slug headline bio themes sectors domain region is_public",
        personal(ACCOUNT, "verwijderd"),
    ),
    **each("Profile", "modified", technical()),
}

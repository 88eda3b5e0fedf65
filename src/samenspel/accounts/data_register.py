from samenspel.common.register import personal, technical

ACCOUNT = "zolang het account bestaat"

FIELDS = {
    "User.id": technical(),
    "User.password": personal(ACCOUNT, "gewist"),
    "User.last_login": personal(ACCOUNT, "gewist"),
    "User.is_superuser": technical(),
    "User.email": personal(ACCOUNT, "gewist"),
    "User.name": personal(ACCOUNT, "gewist"),
    "User.language": personal(ACCOUNT, "gewist"),
    "User.is_active": technical(),
    "User.is_administrator": technical(),
    "User.is_demo": technical(),
    "User.joined": personal(ACCOUNT, "gewist"),
}

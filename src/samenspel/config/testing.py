"""The settings of the tests: a database of their own, words only, no mail that leaves."""

import os
from pathlib import Path

PROJECT_DATA = Path(__file__).resolve().parents[3] / ".data"

os.environ.setdefault("SAMENSPEL_DEBUG", "1")
os.environ.setdefault("SAMENSPEL_DATA", str(PROJECT_DATA / "tests"))
os.environ.setdefault("SAMENSPEL_EMBEDDER", "none")
os.environ.setdefault("SAMENSPEL_LOG_LEVEL", "ERROR")

from samenspel.config.settings import *  # noqa: E402, F403
from samenspel.config.settings import DATABASES  # noqa: E402

DATABASES["default"].setdefault("TEST", {})["NAME"] = os.environ.get(
    "SAMENSPEL_TEST_DATABASE", "samenspel_test"
)
DATABASES["default"]["CONN_MAX_AGE"] = 0
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

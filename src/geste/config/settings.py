"""Settings: Django's own, from the options. Nothing here writes; `running` makes the data directory and the key."""

import os
import secrets
from pathlib import Path

from geste.config.database import database_for
from geste.config.keyring import FileKeyring
from geste.config.options import Options

PACKAGE = Path(__file__).resolve().parent.parent
GESTE = Options.from_environment(os.environ)
STATIC_ROOT = GESTE.data_dir / "static"


def _secret_key() -> str:
    """The key that was set, else the one the first start kept, else one for this process alone."""
    if GESTE.secret_key:
        return GESTE.secret_key
    try:
        return GESTE.secret_key_file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(50)


SECRET_KEY = _secret_key()
DEBUG = GESTE.debug
ALLOWED_HOSTS = list(GESTE.allowed_hosts)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "geste.apps.base",
    "geste.apps.audit",
    "geste.apps.people",
    "geste.apps.charters",
    "geste.apps.ledger",
    "geste.apps.cases",
    "geste.apps.shadow",
    "geste.apps.gestures",
    "geste.apps.execution",
    "geste.apps.hops",
    "geste.apps.refusals",
    "geste.apps.frictions",
    "geste.apps.pledges",
    "geste.apps.practice",
    "geste.apps.reviews",
    "geste.apps.training",
    "geste.apps.portraits",
    "geste.apps.notices",
    "geste.interfaces.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "geste.config.security.ContentSecurityPolicy",
    # Serves what `running` has collected; before the first start there is nothing to serve.
    *(["whitenoise.middleware.WhiteNoiseMiddleware"] if STATIC_ROOT.is_dir() else []),
    # Pages travel at a fifth of their size; padding and the masked token keep secrets from being guessed (ADR 0019).
    "django.middleware.gzip.GZipMiddleware",
    "geste.config.browsers.sessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "geste.config.browsers.visitors",
    "geste.config.browsers.messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "geste.config.browsers.htmx",
    "geste.config.founding.FirstRunFirst",
    "geste.interfaces.api.v1.problems.MethodProblems",
    "geste.interfaces.web.errors.Refusals",
]
ROOT_URLCONF = "geste.config.urls"
WSGI_APPLICATION = "geste.config.wsgi.application"
ASGI_APPLICATION = "geste.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "geste.interfaces.web.frame.frame",
            ],
        },
    }
]

# Signs receipts; its files are private to whoever runs Geste (ADR 0024).
KEYRING = FileKeyring(GESTE.receipt_key_file)

DATABASES = {"default": database_for(GESTE.database_url, GESTE.data_dir)}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:queue"
LOGOUT_REDIRECT_URL = "web:sign-in"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = GESTE.https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if GESTE.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "geste.interfaces.web.errors.stale_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LANGUAGE_CODE = GESTE.language
LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = GESTE.time_zone

STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

"""The settings of Verbinder: one file, read from the environment.

`VERBINDER_OMGEVING` is `productie` unless this clone was set up for development (`make start`
writes `var/lokaal.env`). Only `ontwikkeling` relaxes anything, and says so on every page.
"""

import importlib.util
import sys
from pathlib import Path

import dj_database_url
import pghistory
from celery.schedules import crontab
from csp.constants import NONE, SELF

from verbinder.lokaal.omgeving import lees_lokale_omgeving
from verbinder.omgevingswaarden import getal, ja_nee, lijst, stop, tekst

BASE_DIR = Path(__file__).resolve().parent.parent
lees_lokale_omgeving(BASE_DIR)

OMGEVING = tekst("VERBINDER_OMGEVING", "productie", keuzes=("productie", "ontwikkeling"))
ONTWIKKELING = OMGEVING == "ontwikkeling"

# --- the application -----------------------------------------------------------------------------
DEBUG = False
SECRET_KEY = tekst("SECRET_KEY", "alleen-voor-ontwikkeling" * 3 if ONTWIKKELING else None)
if not ONTWIKKELING and (len(SECRET_KEY) < 50 or "ontwikkeling" in SECRET_KEY):
    stop("SECRET_KEY is te kort of een voorbeeld. Maak er een van minstens 50 willekeurige tekens.")
SECRET_KEY_FALLBACKS = lijst("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = lijst("ALLOWED_HOSTS", "127.0.0.1,localhost" if ONTWIKKELING else "")
CSRF_TRUSTED_ORIGINS = lijst("CSRF_TRUSTED_ORIGINS")
ROOT_URLCONF = "verbinder.urls"
WSGI_APPLICATION = "verbinder.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "regio.Gebruiker"
SITE_NAAM = "Statushouders aan het werk"

INSTALLED_APPS = [
    # The top floor first: its templates and its `migrate` go before those of libraries.
    "verbinder",
    "statushouders",
    "regio",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "import_export",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "drf_spectacular",
]

MIDDLEWARE = [
    "verbinder.web.gezondheid.GezondheidMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "regio.web.middleware.KoppenMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "regio.web.middleware.SessieduurMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "regio.web.middleware.TweedeFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "regio.web.middleware.BereikMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "verbinder.web.navigatie.navigatie",
            ],
            "builtins": [
                "regio.templatetags.nederlands",
                "regio.templatetags.pagina",
                "django.templatetags.l10n",
                "django_htmx.templatetags.django_htmx",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data ----------------------------------------------------------------------------------------
if importlib.util.find_spec("psycopg"):
    stop("psycopg 3 staat in deze omgeving. Verbinder werkt met psycopg2: haal psycopg weg.")
DATABASE_URL = tekst("DATABASE_URL", "")
if not DATABASE_URL:
    stop("DATABASE_URL ontbreekt. Zet een adres als postgres://gebruiker:wachtwoord@host/database.")
DATABASES = {
    "default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)
}
# In milliseconds. A page that takes longer is a fault; a command or the worker may take its time.
VOOR_PAGINAS = Path(sys.argv[0]).name.startswith("gunicorn") or "runserver" in sys.argv
DATABASE_TIJDSLIMIETEN = {
    "statement": getal("DATABASE_STATEMENT_TIMEOUT_MS", 5_000 if VOOR_PAGINAS else 600_000),
    "slot": getal("DATABASE_LOCK_TIMEOUT_MS", 2_000 if VOOR_PAGINAS else 60_000),
    "stil": getal("DATABASE_IDLE_TIMEOUT_MS", 10_000 if VOOR_PAGINAS else 600_000),
}

# Every change of a tracked row leaves an event, deletes too: reports "as known on" need them all.
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)

REDIS_URL = tekst("REDIS_URL", "")
if not REDIS_URL:
    stop("REDIS_URL ontbreekt. Zet een adres als redis://host:6379/0.")
SLEUTELVOORVOEGSEL = tekst("REDIS_VOORVOEGSEL", "verbinder")
CACHES = {
    "default": {
        "BACKEND": "verbinder.web.cache.VergevingsgezindeCache",
        "LOCATION": REDIS_URL.replace("redis+socket://", "unix://"),
        "KEY_PREFIX": SLEUTELVOORVOEGSEL,
        # A page waits a second for the cache, no longer.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

# --- work in the background ----------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://")
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 900
CELERY_TASK_SOFT_TIME_LIMIT = 840
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1_200,
    "global_keyprefix": f"{SLEUTELVOORVOEGSEL}:",
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "veeg-uitvak": {"task": "regio.veeg_uitvak", "schedule": 30.0},
    "dagwissel": {"task": "statushouders.dagwissel", "schedule": crontab(minute=5, hour=0)},
    "dagoverzicht": {
        "task": "statushouders.dagoverzicht",
        "schedule": crontab(minute=0, hour=7, day_of_week="mon-fri"),
    },
    "rapportherinneringen": {
        "task": "verbinder.herinner_aan_rapporten",
        "schedule": crontab(minute=15, hour=7),
    },
    "halfjaarrapportages": {
        "task": "verbinder.maak_halfjaarrapportages",
        "schedule": crontab(minute=30, hour=0),
    },
}

# --- who may log in ------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["regio.web.herkennen.Herkenning"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}", "OPTIONS": opties}
    for naam, opties in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "naam")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "regio.web.aanmelden.AanmeldAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_ADAPTER = "regio.web.aanmelden.TweedeFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
# Nobody signs up: a beheerder gives the address. Looking at a link to set a password makes allauth
# note it as unverified, and then nobody could set up the second factor that we ask for.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "activate_totp": "regio.web.inlogformulieren.AppInstellenForm",
    "authenticate": "regio.web.inlogformulieren.TweedeStapForm",
    "reauthenticate": "regio.web.inlogformulieren.BevestigenForm",
    "add_webauthn": "regio.web.inlogformulieren.SleutelToevoegenForm",
    "edit_webauthn": "regio.web.inlogformulieren.SleutelWijzigenForm",
}
MFA_TOTP_ISSUER = SITE_NAAM
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ONTWIKKELING
# How many reverse proxies of our own stand before the site: they tell who asks.
ALLAUTH_TRUSTED_PROXY_COUNT = getal("VERTROUWDE_PROXIES", 0 if ONTWIKKELING else 1)
TWEEDE_FACTOR_VERPLICHT = ja_nee("TWEEDE_FACTOR_VERPLICHT", not ONTWIKKELING)
if not TWEEDE_FACTOR_VERPLICHT and not ONTWIKKELING:
    stop("TWEEDE_FACTOR_VERPLICHT kan alleen uit in de omgeving 'ontwikkeling'.")

# --- sessions and headers ------------------------------------------------------------------------
SESSIE_STIL_SECONDEN = getal("SESSIE_STIL_SECONDEN", 3_600, minstens=60)
SESSIE_MAXIMAAL_SECONDEN = getal("SESSIE_MAXIMAAL_SECONDEN", 9 * 3_600, minstens=60)
SESSION_COOKIE_AGE = SESSIE_STIL_SECONDEN
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "regio.web.fouten.csrf_geweigerd"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
HTTPS = ja_nee("HTTPS", not ONTWIKKELING)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessie" if HTTPS else "sessie"
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezondheid(/.*)?$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- language and time ---------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["verbinder.opmaak"]

# --- files ---------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static_verzameld"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "verbinder.web.opmaakbestanden.NpmFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if ONTWIKKELING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = ONTWIKKELING
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# The guard of spreadsheets: refused before any parser sees the file.
IMPORT_GRENZEN = {
    "bestand": getal("IMPORT_MAX_BYTES", 5 * 1024**2),
    "uitgepakt": getal("IMPORT_MAX_UITGEPAKT", 50 * 1024**2),
    "verhouding": 100,
    "ingangen": 2_000,
    "rijen": getal("IMPORT_MAX_RIJEN", 10_000),
    "kolommen": 60,
}
# Uploads stay in memory; what is larger than a workbook may be is not taken in at all.
FILE_UPLOAD_MAX_MEMORY_SIZE = IMPORT_GRENZEN["bestand"] + 65_536
IMPORT_EXPORT_USE_TRANSACTIONS = False

# --- mail ----------------------------------------------------------------------------------------
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if ONTWIKKELING
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = tekst("EMAIL_HOST", "localhost")
EMAIL_PORT = getal("EMAIL_PORT", 587 if not ONTWIKKELING else 25)
EMAIL_HOST_USER = tekst("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = tekst("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = ja_nee("EMAIL_USE_TLS", not ONTWIKKELING)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = tekst("DEFAULT_FROM_EMAIL", "verbinder@voorbeeld.invalid")

# --- the API -------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "regio.api.schema.Schema",
    "EXCEPTION_HANDLER": "regio.api.fouten.als_probleem",
    "DEFAULT_VERSIONING_CLASS": None,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Verbinder",
    "DESCRIPTION": (
        "De indeling van Nederland in arbeidsmarktregio's en gemeenten, met de dagen waarop zij "
        "geldt, en de gepubliceerde cijfers van de regio's. Alleen lezen. In deze API staan geen "
        "personen en geen cijfers die niet zijn gepubliceerd."
    ),
    "VERSION": "1.1.0",
    "OAS_VERSION": "3.1.0",
    "CONTACT": {
        "name": "Beheer van Verbinder",
        "url": tekst("API_CONTACT_URL", "https://voorbeeld.invalid/verbinder"),
        "email": tekst("API_CONTACT_EMAIL", "verbinder@voorbeeld.invalid"),
    },
    "LICENSE": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    "SERVERS": [{"url": "/api/v1", "description": "Deze installatie"}],
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["regio.api.schema.vul_aan"],
}

# --- logging -------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["scherm"], "level": tekst("LOGNIVEAU", "WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []

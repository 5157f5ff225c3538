"""The ledger app, as Django knows it."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

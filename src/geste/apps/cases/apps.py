"""The cases app, as Django knows it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

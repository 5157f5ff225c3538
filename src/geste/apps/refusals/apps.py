"""The refusals app, as Django knows it."""

from django.apps import AppConfig


class RefusalsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.refusals"
    label = "refusals"
    default_auto_field = "django.db.models.BigAutoField"

"""The frictions app, as Django knows it."""

from django.apps import AppConfig


class FrictionsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.frictions"
    label = "frictions"
    default_auto_field = "django.db.models.BigAutoField"

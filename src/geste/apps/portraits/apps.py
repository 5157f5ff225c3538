"""The portraits app, as Django knows it."""

from django.apps import AppConfig


class PortraitsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.portraits"
    label = "portraits"
    default_auto_field = "django.db.models.BigAutoField"

"""The charters app, as Django knows it."""

from django.apps import AppConfig


class ChartersConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.charters"
    label = "charters"
    default_auto_field = "django.db.models.BigAutoField"

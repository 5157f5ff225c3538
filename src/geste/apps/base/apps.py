"""The base app, as Django knows it."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"

"""The notices app, as Django knows it."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

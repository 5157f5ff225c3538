"""The shadow app, as Django knows it."""

from django.apps import AppConfig


class ShadowConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.shadow"
    label = "shadow"
    default_auto_field = "django.db.models.BigAutoField"

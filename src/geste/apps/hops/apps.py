"""The hops app, as Django knows it."""

from django.apps import AppConfig


class HopsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.hops"
    label = "hops"
    default_auto_field = "django.db.models.BigAutoField"

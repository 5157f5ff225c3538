"""The gestures app, as Django knows it."""

from django.apps import AppConfig


class GesturesConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.gestures"
    label = "gestures"
    default_auto_field = "django.db.models.BigAutoField"

"""The practice app, as Django knows it."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.practice"
    label = "practice"
    default_auto_field = "django.db.models.BigAutoField"

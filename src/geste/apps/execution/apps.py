"""The execution app, as Django knows it."""

from django.apps import AppConfig


class ExecutionConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.execution"
    label = "execution"
    default_auto_field = "django.db.models.BigAutoField"

"""The training app, as Django knows it."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.training"
    label = "training"
    default_auto_field = "django.db.models.BigAutoField"

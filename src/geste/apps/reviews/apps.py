"""The reviews app, as Django knows it."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"

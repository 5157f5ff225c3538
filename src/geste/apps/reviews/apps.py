"""The reviews app, as Django knows it."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the report of the quarter how fast decisions hear a first word."""
        from geste.apps.pledges.ports import tell_reaction_times
        from geste.apps.reviews.owed import waits_for_first_words

        tell_reaction_times(waits_for_first_words)

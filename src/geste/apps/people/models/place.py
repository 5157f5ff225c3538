"""Place: the sites of the organisation and the teams in them. One installation serves one organisation."""

from django.db import models


class Site(models.Model):
    """A place where customers are served, with the time zone its days are counted in."""

    name = models.CharField(max_length=120, unique=True)
    time_zone = models.CharField(max_length=60, default="UTC")

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """People who work together at a site; a department is a team with a wide view."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["site", "name"], name="people_team_once_per_site"),)

    def __str__(self) -> str:
        return self.name

"""Book: the one row a writer holds while deciding and posting, so that caps are exact whoever else is writing."""

from django.db import models


class Book(models.Model):
    """The company's book. It holds nothing: balances are derived from entries, never stored."""

    name = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.name

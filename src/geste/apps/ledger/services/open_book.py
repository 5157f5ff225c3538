"""Open the book: let one writer at a time read what has been given, decide and post."""

from geste.apps.base.spelled import Spelled
from geste.apps.ledger.models import Book

THE_BOOK = "company"
_held = Spelled(lambda: Book.objects.select_for_update(no_key=True).filter(name=THE_BOOK))


def open_book() -> None:
    """Hold the book until the caller's transaction ends.

    PostgreSQL locks the row; SQLite has one writer anyway, because every transaction begins IMMEDIATE. Whatever is read
    after this call stays true until the caller has written.
    """
    if not _held():
        Book.objects.get_or_create(name=THE_BOOK)
        Book.objects.select_for_update(no_key=True).get(name=THE_BOOK)

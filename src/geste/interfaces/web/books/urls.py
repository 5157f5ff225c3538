"""Addresses of the books."""

from django.urls import path

from geste.interfaces.web.books import closing, entries, envelope, export, glance, month, sizes, transit

urlpatterns = [
    path("books", glance.show, name="books"),
    path("books/envelopes/<str:envelope>", envelope.show, name="books-envelope"),
    path("books/envelopes/<str:envelope>/change", envelope.change, name="books-envelope-change"),
    path("books/low/<int:notice>", envelope.known, name="books-low-known"),
    path("books/month", month.show, name="books-month"),
    path("books/sizes", sizes.show, name="books-sizes"),
    path("books/entries", entries.show, name="books-entries"),
    path("books/entries/<int:entry>", entries.show_one, name="books-entry"),
    path("books/transit", transit.show, name="books-transit"),
    path("books/close", closing.show, name="books-close"),
    path("books/close/month", closing.close, name="books-close-month"),
    path("books/closed/<str:closed>", closing.show_one, name="books-closed"),
    path("books/export", export.download, name="books-export"),
]

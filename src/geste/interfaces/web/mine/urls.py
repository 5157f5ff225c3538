"""Addresses of the pages of one person about themselves."""

from django.urls import path

from geste.interfaces.web.mine import coached, evidence, looks, page, practising, room

urlpatterns = [
    path("mine", page.show, name="mine"),
    path("mine/room", room.show, name="mine-room"),
    path("mine/consents", room.consent, name="mine-consent"),
    path("mine/consents/<int:consent_id>/end", room.end, name="mine-consent-end"),
    path("mine/who-looked", looks.show, name="mine-looks"),
    path("mine/coached", coached.show, name="mine-coached"),
    path("mine/coached/<int:person>/look", coached.look, name="mine-look"),
    path("mine/practice", practising.show, name="mine-practice"),
    path("mine/practice/say", practising.answer, name="mine-practice-say"),
    path("mine/practice/trust", practising.trust, name="mine-practice-trust"),
    path("mine/evidence", evidence.show, name="mine-evidence"),
    path("mine/evidence/begin", evidence.begin, name="mine-file-begin"),
    path("mine/evidence/<int:evidence>", evidence.show_one, name="mine-file"),
    path("mine/evidence/<int:evidence>/words", evidence.word, name="mine-file-word"),
    path("mine/evidence/<int:evidence>/pieces", evidence.pick, name="mine-file-pick"),
    path("mine/evidence/<int:evidence>/page.pdf", evidence.printed, name="mine-file-page"),
    path("mine/evidence/<int:evidence>/share", evidence.share, name="mine-file-share"),
    path("mine/pieces/<int:item>", evidence.word_item, name="mine-piece"),
    path("mine/links/<int:link>/end", evidence.end, name="mine-link-end"),
    path("shared/<str:secret>", evidence.shared, name="shared-file"),
]

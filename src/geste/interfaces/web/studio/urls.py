"""Addresses of the studio."""

from django.urls import path

from geste.interfaces.web.studio import candidates, drafts, overview, versions, writing

urlpatterns = [
    path("studio", overview.show, name="studio"),
    path("studio/versions/<int:version>", versions.show, name="version"),
    path("studio/versions/<int:version>/page", versions.one_page, name="version-page"),
    path("studio/drafts", drafts.show, name="drafts"),
    path("studio/drafts/start", drafts.start, name="draft-start"),
    path("studio/drafts/<int:draft>", writing.show, name="draft"),
    path("studio/drafts/<int:draft>/save", writing.save, name="draft-save"),
    path("studio/drafts/<int:draft>/check", writing.check, name="draft-check"),
    path("studio/drafts/<int:draft>/day", writing.choose_day, name="draft-day"),
    path("studio/drafts/<int:draft>/put-forward", writing.put_forward, name="draft-put-forward"),
    path("studio/drafts/<int:draft>/beside", drafts.beside, name="draft-beside"),
    path("studio/drafts/<int:draft>/put-away", drafts.put_away, name="draft-put-away"),
    path("studio/drafts/<int:draft>/take-up", drafts.take_up, name="draft-take-up"),
    path("studio/candidates/<int:candidate>", candidates.show, name="candidate"),
    path("studio/candidates/<int:candidate>/sign", candidates.sign, name="candidate-sign"),
]

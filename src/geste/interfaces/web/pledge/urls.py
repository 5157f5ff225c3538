"""Addresses of the pledge."""

from django.urls import path

from geste.interfaces.web.pledge import aboard, broken, fears, feedback, keepers, leaders, pact, quarters, standing

urlpatterns = [
    path("pledge", standing.show, name="pledge"),
    path("pledge/words", standing.put_forward, name="pledge-words"),
    path("pledge/<int:version>/sign", standing.sign, name="pledge-sign"),
    path("pledge/broken", broken.show, name="pledge-broken"),
    path("pledge/broken/say", broken.say, name="pledge-broken-say"),
    path("pledge/broken/answer", broken.find, name="pledge-broken-answer"),
    path("pledge/keepers", keepers.show, name="pledge-keepers"),
    path("pledge/keepers/<int:breach>/answer", keepers.answer, name="pledge-keepers-answer"),
    path("pledge/aboard", aboard.show, name="pledge-aboard"),
    path("pledge/aboard/<int:team>/sign", aboard.sign, name="pledge-aboard-sign"),
    path("pledge/aboard/<int:team>/department", aboard.department, name="pledge-department"),
    path("pledge/start-up", aboard.start_up, name="pledge-start-up"),
    path("pledge/pact", pact.show, name="pledge-pact"),
    path("pledge/pact/sign", pact.sign, name="pledge-pact-sign"),
    path("pledge/fears", fears.show, name="pledge-fears"),
    path("pledge/pulse", fears.answer, name="pledge-pulse"),
    path("pledge/leaders", leaders.show, name="pledge-leaders"),
    path("pledge/leaders/say", leaders.say, name="pledge-leaders-say"),
    path("pledge/leaders/<int:act>/confirm", leaders.confirm, name="pledge-leaders-confirm"),
    path("pledge/feedback", feedback.show, name="pledge-feedback"),
    path("pledge/feedback/ask", feedback.ask, name="pledge-feedback-ask"),
    path("pledge/feedback/<int:invitation>/say", feedback.say, name="pledge-feedback-say"),
    path("pledge/feedback/<int:invitation>/answer", feedback.answer, name="pledge-feedback-answer"),
    path("pledge/quarters", quarters.show, name="pledge-quarters"),
    path("pledge/quarters/issue", quarters.issue, name="pledge-issue"),
    path("pledge/quarters/<str:quarter>", quarters.show_one, name="pledge-quarter"),
    path("pledge/quarters/<str:quarter>/page.pdf", quarters.one_page, name="pledge-quarter-page"),
    path("pledge/quarters/<str:quarter>/countersign", quarters.countersign, name="pledge-countersign"),
]

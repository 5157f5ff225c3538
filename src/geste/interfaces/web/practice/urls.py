"""Addresses of practice."""

from django.urls import path

from geste.interfaces.web.practice import beside, friday, library, needs, stories, thanking

urlpatterns = [
    path("cases/<slug:reference>/nearest", beside.nearest, name="nearest"),
    path("cases/<slug:reference>/share", beside.share, name="share-practice"),
    path("cases/<slug:reference>/reuse", beside.reuse, name="reuse-practice"),
    path("cases/<slug:reference>/colleague", beside.ask, name="ask-colleague"),
    path("cases/<slug:reference>/consent", stories.consent, name="customer-consent"),
    path("questions/<int:question>", beside.question, name="question"),
    path("questions/<int:question>/reply", beside.answer, name="question-reply"),
    path("practice", library.listed, name="practices"),
    path("practice/<int:practice>", library.show, name="practice"),
    path("practice/<int:practice>/words", library.word, name="practice-words"),
    path("practice/<int:practice>/withdraw", library.withdraw, name="practice-withdraw"),
    path("stories", stories.listed, name="stories"),
    path("stories/new", stories.new, name="story-new"),
    path("stories/tell", stories.tell, name="story-tell"),
    path("stories/<int:story>", stories.show, name="story"),
    path("stories/<int:story>/agree", stories.agree, name="story-agree"),
    path("stories/<int:story>/withdraw", stories.withdraw, name="story-withdraw"),
    path("thanks", thanking.show, name="thanks"),
    path("thanks/say", thanking.say, name="thanks-say"),
    path("thanks/<int:thanks>/share", thanking.share, name="thanks-share"),
    path("needs", needs.show, name="needs"),
    path("needs/ask", needs.ask, name="needs-ask"),
    path("needs/prevented", beside.prevented, name="prevented"),
    path("needs/days", needs.promise, name="needs-days"),
    path("needs/<int:contribution>/answer", needs.answer, name="needs-answer"),
    path("digest", friday.show, name="digest"),
    path("digest/<str:week>", friday.week, name="digest-week"),
]

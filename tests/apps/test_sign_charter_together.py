"""Signing together: whoever saves, signs or publishes at the same moment, one is first and nobody is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from geste.apps.base.actor import Actor
from geste.apps.charters.models import Candidate, CharterText, Draft, Signature
from geste.apps.charters.refusals import CandidateOvertaken, VersionTaken
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Typed, save_draft
from geste.apps.charters.services.sign_candidate import sign_candidate
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.people.selectors import actor_for
from tests.make import CHARTER, NOW, make_charter, make_user

pytestmark = pytest.mark.django_db(transaction=True)

Got = TypeVar("Got")
NEXT = CHARTER.format(version=2, effective=NOW.date().isoformat())


def together(*doers: Callable[[], Got]) -> list[Got | Exception]:
    """Return what each got, or was refused with, all having begun at the same moment on connections of their own."""
    start = Barrier(len(doers))

    def run(doer: Callable[[], Got]) -> Got | Exception:
        start.wait(10)
        try:
            return doer()
        except (CandidateOvertaken, VersionTaken) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doers)) as pool:
        return list(pool.map(run, doers))


def steward(name: str) -> Actor:
    return actor_for(make_user(name, is_steward=True))


def candidate_of(actor: Actor, text: str) -> Candidate:
    draft = start_draft(actor=actor, text=text, now=NOW)
    return put_forward_draft(actor=actor, number=draft.pk, revision=1, now=NOW)


def test_of_two_people_who_save_at_once_neither_overwrites_the_other() -> None:
    make_charter()
    actors = [steward("grace"), steward("ben")]
    draft = start_draft(actor=actors[0], text="", now=NOW)

    together(
        *(
            partial(
                save_draft,
                actor=actor,
                number=draft.pk,
                typed=Typed(text=actor.name, written_reason="", revision=1, page=actor.name),
                now=NOW,
            )
            for actor in actors
        )
    )

    assert sorted(Draft.objects.values_list("text", flat=True)) == ["Ben", "Grace"]
    assert Draft.objects.exclude(kept_apart_from=None).get().kept_apart_from == draft


def test_two_who_sign_the_same_candidate_at_once_publish_it_once() -> None:
    make_charter()
    candidate = candidate_of(steward("grace"), NEXT)
    signers = [steward("ben"), steward("lea")]

    got = together(*(partial(sign_candidate, actor=actor, number=candidate.pk, now=NOW) for actor in signers))

    assert got == [CharterText.objects.get(version=2)] * 2
    assert Signature.objects.filter(candidate=candidate).count() == 2


def test_of_two_candidates_signed_at_once_the_later_is_overtaken() -> None:
    make_charter()
    grace, ben = steward("grace"), steward("ben")
    candidates = [candidate_of(grace, NEXT), candidate_of(grace, NEXT.replace("version: 2", "version: 3"))]

    got = together(*(partial(sign_candidate, actor=ben, number=it.pk, now=NOW) for it in candidates))

    (overtaken,) = [it for it in got if isinstance(it, CandidateOvertaken)]
    assert overtaken.code == "version.published"
    assert CharterText.objects.count() == 2


def test_of_two_first_charters_published_at_once_one_is_refused() -> None:
    grace = steward("grace")
    first = CHARTER.format(version=1, effective="2026-01-01")

    got = together(
        *(
            partial(publish_charter, actor=grace, text=text, now=NOW)
            for text in (first, first.replace("case_cap: 500", "case_cap: 600"))
        )
    )

    assert [type(it) for it in got if isinstance(it, Exception)] == [VersionTaken]
    assert CharterText.objects.count() == 1

"""The evidence file: made by its person alone, of their own work; shared by a link that ends, each opening told."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind
from geste.apps.portraits.files import files_of, items_of, links_of, offers_for, own_file
from geste.apps.portraits.models import EvidenceFile, EvidenceItem, EvidenceLink, ItemKind
from geste.apps.portraits.policies import may_change_file, may_share_file
from geste.apps.portraits.refusals import NoSuchThing, PortraitRefused
from geste.apps.portraits.selectors import looks_at
from geste.apps.portraits.services.keep_file import MOST_ITEMS, Piece, begin_file, pick_piece, word_file, word_piece
from geste.apps.portraits.services.share_file import end_link, open_shared, share_file
from geste.apps.refusals.models import Cause
from geste.apps.refusals.services.hand_over import hand_over, take_up
from tests.apps.portraying import on_duty
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "a-long-secret-made-by-chance"
OWN = Piece(kind="help", words="Showed Leo the till.")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def file(agent: Actor) -> EvidenceFile:
    return begin_file(actor=agent, title=" Towards duty manager ", now=NOW)


def shared(agent: Actor, file: EvidenceFile, days: int = 7) -> EvidenceLink:
    return share_file(actor=agent, file_id=file.pk, given_to="Helen", days=days, secret=SECRET, now=NOW)


@pytest.mark.item("S0.47")
def test_the_person_picks_words_and_takes_out(agent: Actor, file: EvidenceFile) -> None:
    case = make_case(agent)
    make_gesture(agent, case, "credit", "120")
    picked = pick_piece(
        actor=agent, file_id=file.pk, piece=Piece("case", "I saw that he could not wait.", case.reference), now=NOW
    )
    again = pick_piece(actor=agent, file_id=file.pk, piece=Piece("case", "He could not wait.", case.reference), now=NOW)
    own = pick_piece(actor=agent, file_id=file.pk, piece=OWN, now=NOW)
    word_file(actor=agent, file_id=file.pk, title="My year", words="What I learned.", now=NOW)

    assert picked == again
    assert [(item.kind, item.words, item.case_id) for item in items_of(file)] == [
        ("case", "He could not wait.", case.pk),
        ("help", "Showed Leo the till.", None),
    ]
    word_piece(actor=agent, item_id=own.pk, words=None, now=NOW)
    assert [item.pk for item in items_of(file)] == [picked.pk]
    assert [(one.title, one.words) for one in files_of(agent)] == [("My year", "What I learned.")]


@pytest.mark.item("S0.47")
@pytest.mark.parametrize("kind", DutyKind)
def test_nobody_else_makes_sees_or_shares_it_whatever_they_look_after(
    agent: Actor, file: EvidenceFile, kind: DutyKind
) -> None:
    other = on_duty("otto", kind)
    item = pick_piece(actor=agent, file_id=file.pk, piece=OWN, now=NOW)
    link = shared(agent, file)

    for act in (
        lambda: own_file(other, file.pk),
        lambda: word_file(actor=other, file_id=file.pk, title="Mine", words="", now=NOW),
        lambda: pick_piece(actor=other, file_id=file.pk, piece=OWN, now=NOW),
        lambda: word_piece(actor=other, item_id=item.pk, words=None, now=NOW),
        lambda: share_file(actor=other, file_id=file.pk, given_to="", days=7, secret="other", now=NOW),
        lambda: end_link(actor=other, link_id=link.pk, now=NOW),
    ):
        with pytest.raises(NoSuchThing):
            act()

    assert not may_change_file(other, file).allowed
    assert not may_share_file(other, file).allowed
    assert begin_file(actor=other, title="Of Tomas", now=NOW).person_id == other.user_id
    assert EvidenceItem.objects.count() == 1


@pytest.mark.item("S0.47")
def test_only_ones_own_cases_stand_in_it(agent: Actor, file: EvidenceFile) -> None:
    leo = make_actor("leo")
    theirs, helped = make_case(leo), make_case(leo)
    make_gesture(leo, theirs, "credit", "120")

    with pytest.raises(PortraitRefused, match=r"^piece\.not_theirs$"):
        pick_piece(actor=agent, file_id=file.pk, piece=Piece("case", "Mine.", theirs.reference), now=NOW)

    handed = hand_over(actor=leo, case=helped, to=agent.user_id, cause=Cause.DID_NOT_KNOW, word="", now=NOW)
    take_up(actor=agent, number=handed.pk, now=NOW)
    assert [(offer.kind, offer.case) for offer in offers_for(agent)] == [(ItemKind.HELP, helped)]
    pick_piece(actor=agent, file_id=file.pk, piece=Piece("help", "Took it over.", helped.reference), now=NOW)
    assert [item.case_id for item in items_of(file)] == [helped.pk]


def test_what_was_dared_is_offered_before_what_anybody_would_have_given(agent: Actor) -> None:
    within, first = make_case(agent), make_case(agent)
    make_gesture(agent, within, "credit", "20")
    propose(agent, first, "credit", "700", act_first=True, note="He could not wait.")

    assert [offer.case for offer in offers_for(agent)] == [first, within]


@pytest.mark.item("S0.47")
def test_a_link_opens_it_until_it_ends_and_each_opening_is_told(agent: Actor, file: EvidenceFile) -> None:
    link = shared(agent, file)

    assert open_shared(secret=SECRET, now=NOW + timedelta(days=1)) == file

    (look,) = looks_at(agent, agent.user_id)
    assert (look.looker_id, look.link_id, look.seen) == (None, link.pk, "file")
    assert SECRET not in str(EvidenceLink.objects.values().get())
    with pytest.raises(NoSuchThing):
        open_shared(secret=SECRET, now=NOW + timedelta(days=7))
    with pytest.raises(NoSuchThing):
        open_shared(secret="another", now=NOW)
    assert len(looks_at(agent, agent.user_id)) == 1


@pytest.mark.item("S0.47")
def test_a_link_that_was_closed_opens_nothing(agent: Actor, file: EvidenceFile) -> None:
    link = shared(agent, file, days=90)
    assert links_of(file, now=NOW) == [link]

    end_link(actor=agent, link_id=link.pk, now=NOW)

    assert links_of(file, now=NOW) == []
    with pytest.raises(NoSuchThing):
        open_shared(secret=SECRET, now=NOW)


def test_what_cannot_be_kept_says_why(agent: Actor, file: EvidenceFile) -> None:
    software = Actor(user_id=agent.user_id, name="bot", role="assistant", kind="assistant")
    for code, act in (
        ("title.missing", lambda: begin_file(actor=agent, title=" ", now=NOW)),
        ("title.too_long", lambda: begin_file(actor=agent, title="x" * 121, now=NOW)),
        ("words.missing", lambda: pick_piece(actor=agent, file_id=file.pk, piece=Piece("help", " "), now=NOW)),
        ("piece.no_kind", lambda: pick_piece(actor=agent, file_id=file.pk, piece=Piece("rank", "First."), now=NOW)),
        ("link.days", lambda: shared(agent, file, days=365)),
    ):
        with pytest.raises(PortraitRefused, match=rf"^{code}$".replace(".", r"\.")):
            act()
    with pytest.raises(NotPermitted):
        begin_file(actor=software, title="Mine", now=NOW)
    EvidenceItem.objects.bulk_create(
        EvidenceItem(file=file, kind="help", words="x", place=place) for place in range(MOST_ITEMS)
    )
    with pytest.raises(PortraitRefused, match=r"^file\.full$"):
        pick_piece(actor=agent, file_id=file.pk, piece=OWN, now=NOW)

"""Reactions: what customers say afterwards, if they say anything. Most do not. All shares are invented."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from geste.apps.cases.models import Outcome
from geste.apps.gestures.models import Satisfaction, Source
from geste.core.charter.vocabulary import Text
from geste.demo.simulation.chance import Chance
from geste.demo.story import Reaction, ToldCase
from geste.phrases.typography import set_words

SATISFIED, NOT_SATISFIED, UNCLEAR = Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED, Satisfaction.UNCLEAR
REPLY, RETURNED, NOTE = Source.CUSTOMER_REPLY, Source.CUSTOMER_RETURNED, Source.AGENT_NOTE

HEARD_OF: Mapping[Outcome, int] = {
    Outcome.FIXED_WITH_GESTURE: 45,
    Outcome.FIXED: 30,
    Outcome.OWED_ONLY: 30,
    Outcome.DECLINED_WITH_ALTERNATIVE: 40,
}
"""In how many of a hundred cases that ended so anything is heard afterwards."""

LEFT: Mapping[Outcome, Mapping[Satisfaction, int]] = {
    Outcome.FIXED_WITH_GESTURE: {SATISFIED: 80, NOT_SATISFIED: 8, UNCLEAR: 12},
    Outcome.FIXED: {SATISFIED: 70, NOT_SATISFIED: 15, UNCLEAR: 15},
    Outcome.OWED_ONLY: {SATISFIED: 60, NOT_SATISFIED: 20, UNCLEAR: 20},
    Outcome.DECLINED_WITH_ALTERNATIVE: {SATISFIED: 40, NOT_SATISFIED: 35, UNCLEAR: 25},
}
KNOWN_FROM: Mapping[Satisfaction, Mapping[Source, int]] = {
    SATISFIED: {REPLY: 45, RETURNED: 25, NOTE: 30},
    NOT_SATISFIED: {REPLY: 75, NOTE: 25},
    UNCLEAR: {REPLY: 25, NOTE: 75},
}
AFTER_DAYS: Mapping[Source, tuple[int, int]] = {REPLY: (0, 5), RETURNED: (7, 35), NOTE: (0, 0)}

WORDS: Mapping[tuple[Satisfaction, Source], tuple[Text, ...]] = {
    (SATISFIED, REPLY): (
        Text("Thank you, that was handled well.", "Merci, c'était bien géré."),
        Text("I did not expect that. Thank you.", "Je ne m'y attendais pas. Merci."),
        Text("All good now.", "Tout est en ordre maintenant."),
        Text("Please thank whoever helped me.", "Remerciez la personne qui m'a aidé."),
    ),
    (SATISFIED, RETURNED): (
        Text("Came back, and spoke of it.", "De retour, et nous en a parlé."),
        Text("", ""),
    ),
    (SATISFIED, NOTE): (
        Text("Left with a smile.", "Reparti avec le sourire."),
        Text("Thanked us on the spot.", "Nous a remerciés sur-le-champ."),
        Text("", ""),
    ),
    (NOT_SATISFIED, REPLY): (
        Text("It is put right, but it took too long.", "C'est réparé, mais c'était trop long."),
        Text("I still have no explanation.", "Je n'ai toujours pas d'explication."),
        Text("This should not have happened in the first place.", "Cela n'aurait pas dû arriver."),
    ),
    (NOT_SATISFIED, NOTE): (
        Text("Took it, and was still angry.", "A accepté, mais toujours en colère."),
        Text("Would have wanted to be called earlier.", "Aurait voulu être appelé plus tôt."),
    ),
    (UNCLEAR, REPLY): (Text("Received.", "Bien reçu."), Text("Let us see.", "On verra.")),
    (UNCLEAR, NOTE): (Text("Said nothing either way.", "N'a rien dit, ni en bien ni en mal."), Text("", "")),
}
"""What they said, or what somebody noted. Where nothing stands, nobody wrote a word."""


def reaction_to(told: ToldCase, *, notes_in: str, until: datetime, chance: Chance) -> Reaction | None:
    """Return what is heard of a customer by `until`, or nothing; notes are in the language of whoever writes them.

    Only what was decided can have left somebody one way or the other.
    """
    ended = told.ended
    if ended is None or not told.proposed or not chance.happens(HEARD_OF.get(ended, 0)):
        return None
    satisfaction = chance.weighed(LEFT[ended])
    source = chance.weighed(KNOWN_FROM[satisfaction])
    days = chance.between(*AFTER_DAYS[source])
    language = told.language if source is REPLY else notes_in
    words = chance.one_of(WORDS[satisfaction, source]).in_language(language)
    if told.moment + timedelta(days=days) >= until:
        return None
    return Reaction(satisfaction=satisfaction, source=source, words=set_words(words, language), days_later=days)

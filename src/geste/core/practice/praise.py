"""Praise: whether thanks say what somebody did, or would fit anybody. What fits anybody is heard by nobody."""

import re

LETTERS = re.compile(r"[^\W\d_]{2,}")
MADE_OF = """
all always amazing and are as at awesome best big brilliant cheers day did do done ever everybody everything
excellent fantastic far for from go good great hard hey hi is it job just keep kudos lot lots made me much my
nice of on our outstanding perfect re really so superb super team that thank thanks the this to today too up
us very was way we week well what wonderful work you your yours ai as au aujourd aux avec avoir beaucoup bel
belle bien bon bonne boulot bravo ce cela cette chapeau comme continue continuez coup de des du encore es est
et excellent faire fait félicitations grand génial hui impeccable je journée la le les magnifique merci mille
moi nous on parfait pour que semaine si super ta te tes toi ton toujours tous tout toute toutes travail très
tu un une vos votre vous ça énorme équipe
"""
"""What thanks are made of in any case, in both languages."""
SAYS_NOTHING = frozenset(MADE_OF.split())
ENOUGH_WORDS = 3


def is_specific(words: str) -> bool:
    """Return whether something is left of thanks once everything that fits anybody is taken out."""
    left = {word for word in LETTERS.findall(words.lower()) if word not in SAYS_NOTHING}
    return len(left) >= ENOUGH_WORDS

"""Learned: what people at the hotel shared, told, thanked for and needed. Invented."""

from geste.apps.practice.models import About, Fate
from geste.demo.learning import Found, Learned, Needed, Tale, Thanked

LEARNED = Learned(
    language="en",
    answered_by="helen",
    found=(
        Found(
            gesture="night_credit",
            days=40,
            title="Fans up first, then the night",
            done="Two fans brought up in person within ten minutes, and only then the night taken off the bill.",
            why="Somebody came at once. The money was the smaller half of it.",
        ),
        Found(
            gesture="food_and_drink",
            days=24,
            title="A drink while they wait, before they ask",
            done="A drink at the bar with the first apology, and somebody kept looking for the booking meanwhile.",
            why="Nobody counts minutes with a glass in their hand.",
            is_named=True,
        ),
        Found(
            gesture="late_checkout",
            days=10,
            title="Late check-out, said the evening before",
            done="Asked at dinner when they leave, and gave the hour then.",
            why="Housekeeping knew in time, and nobody queued at eleven.",
        ),
        Found(
            gesture="part_of_night",
            days=4,
            title="Noise: the other wing before the money",
            done="Offered a quiet room in the other wing first; part of the night came on top.",
            why="They slept. What they wrote afterwards was about the room.",
        ),
    ),
    tales=(
        Tale(
            gesture="night_credit",
            days=20,
            title="24 degrees at one in the morning",
            before="A second night without sleep on the fifth floor: the air conditioning gave up at eleven.",
            after="Two fans, a night off the bill and a call at eight. The guest booked again before leaving.",
        ),
        Tale(
            gesture="put_right",
            days=3,
            title="The wrong wine, twice",
            before="The same table got somebody else’s bottle two evenings in a row.",
            after="Leave it open, bring theirs, and write the table on the bottle. It has not happened since.",
        ),
    ),
    thanks=(
        Thanked(
            by="priya",
            to="tomas",
            days=3,
            words="You decided at one in the morning without waiting, and told the guest what happens next.",
        ),
        Thanked(
            by="ana",
            to="mei",
            days=2,
            words="You saw that the room of the couple was not ready and took them to breakfast yourself.",
        ),
        Thanked(
            by="nora", to="hugo", days=5, words="You found the suitcase by calling every taxi rank.", is_shared=False
        ),
    ),
    needs=(
        Needed(
            by="tomas",
            about=About.TOOL,
            days=30,
            words="Two more fans behind the night desk.",
            fate=Fate.DONE,
            answer="Four fans stand in the luggage room since Monday.",
        ),
        Needed(
            by="nora",
            about=About.INFORMATION,
            days=6,
            words="Which rooms face the building site, on the key list.",
            fate=Fate.DONE,
            answer="The key list marks them from today on.",
        ),
        Needed(
            by="yuki",
            about=About.AUTHORITY,
            days=12,
            words="Waive the minibar for guests who say they took nothing.",
            fate=Fate.LATER,
            answer="It is in the next version of the charter.",
            until_days=18,
        ),
        Needed(
            by="olive",
            about=About.SALES,
            days=9,
            words="Booked as “sea view”, sold as “sea side”: say it in the booking mail.",
            fate=Fate.NOT,
            answer="The booking site fixes these words. We show a photograph at check-in instead.",
        ),
        Needed(by="sam", about=About.TOOL, days=20, words="A telephone that reaches the fifth floor."),
        Needed(by="tomas", about=About.SERVICE, days=2, words="Look at the air conditioning before the heat comes."),
    ),
    asked=("tomas", "sam", "Fans first. If it is still 24 after midnight, give the night and sleep well."),
)

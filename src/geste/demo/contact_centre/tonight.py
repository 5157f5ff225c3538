"""Tonight: the worked examples of the contact centre as they wait on a Friday, and two earlier calls."""

from geste.apps.cases.models import Kind, Outcome
from geste.demo.story import Proposed, ToldCase

SINCE_2015 = "2015-03-20T09:00:00+01:00"
CUT_OFF = "2026-06-05T18:00:00+02:00"


def _earlier_call(reference: str, at: str, heard_by: str, gesture: str) -> ToldCase:
    """One of the two calls about one fault before the third."""
    return ToldCase(
        reference=reference,
        heard_by=heard_by,
        at=at,
        customer="morvan",
        customer_label="Mme Morvan, Villeurbanne",
        language="fr",
        words="La fibre coupe tous les soirs vers 20 heures.",
        facts={
            "customer": {"since": SINCE_2015, "identity_confirmed": True},
            "line": {"monthly_price": "74"},
            "case": {"loss": "service", "severity": "small", "responsibility": "ours", "spoiled_price": "74"},
        },
        proposed=(Proposed(gesture=gesture),),
        ended=Outcome.FIXED,
        minutes=18,
    )


CASES = (
    _earlier_call("T3-1", "2026-05-19T18:40:00+02:00", "chloe", "technician_slot"),
    _earlier_call("T3-2", "2026-05-27T18:20:00+02:00", "moussa", "technician_slot"),
    ToldCase(
        reference="T1",
        heard_by="lea",
        at="2026-06-05T08:25:00+02:00",
        customer="aubert",
        customer_label="Mme Aubert, Lyon 7e",
        language="fr",
        words="Trois jours sans fibre, et je travaille chez moi. J’ai déjà posé deux jours de congé.",
        facts={
            "customer": {"since": "2024-02-01T10:00:00+01:00", "identity_confirmed": True},
            "line": {"monthly_price": "32", "days_down": 3},
            "case": {"loss": "service", "severity": "spoiled", "responsibility": "ours", "spoiled_price": "32"},
        },
    ),
    ToldCase(
        reference="T2",
        heard_by="lea",
        at="2026-06-05T09:05:00+02:00",
        customer="ribot",
        customer_label="M. Ribot, Vienne",
        language="fr",
        words="J’ai payé avec un jour de retard. Sept euros cinquante, vraiment ?",
        facts={
            "customer": {"since": "2021-09-14T10:00:00+02:00", "identity_confirmed": True},
            "bill": {"late_fee": "7.50"},
            "case": {"loss": "money", "severity": "small", "responsibility": "customer", "spoiled_price": "7.50"},
        },
    ),
    ToldCase(
        reference="T3",
        heard_by="lea",
        at="2026-06-05T09:40:00+02:00",
        customer="morvan",
        customer_label="Mme Morvan, Villeurbanne",
        language="fr",
        words="Troisième appel pour la même panne. Onze ans chez vous, et personne ne sait ce que j’ai déjà dit.",
        facts={
            "customer": {"since": SINCE_2015, "identity_confirmed": True},
            "line": {"monthly_price": "74"},
            "case": {
                "loss": "service",
                "severity": "ruined",
                "responsibility": "ours",
                "spoiled_price": "74",
                "second_failure": True,
            },
        },
    ),
    ToldCase(
        reference="T4",
        heard_by="chloe",
        at="2026-06-05T18:20:00+02:00",
        customer="nader",
        customer_label="Mr Nader, Bron",
        kind=Kind.REQUEST,
        words="I have just come home. Can I still change my plan today?",
        facts={
            "customer": {"since": "2023-05-02T10:00:00+02:00", "identity_confirmed": True},
            "line": {"monthly_price": "25"},
            "plan": {"cut_off_at": CUT_OFF},
            "case": {"went_wrong": False},
        },
    ),
    ToldCase(
        reference="T5",
        heard_by="hannah",
        at="2026-06-05T11:10:00+02:00",
        customer="sinclair",
        customer_label="Ms Sinclair, Lyon 3e",
        words="I was sure roaming was included. 46 euros for a weekend in Geneva! Did I read it wrong?",
        facts={
            "customer": {"since": "2022-11-21T10:00:00+01:00", "identity_confirmed": True},
            "case": {"loss": "money", "severity": "ruined", "responsibility": "shared", "spoiled_price": "46"},
        },
    ),
    ToldCase(
        reference="T6",
        heard_by="jonas",
        at="2026-06-05T11:45:00+02:00",
        customer="lenoir",
        customer_label="Garage Lenoir, Saint-Étienne",
        language="fr",
        words="Six lignes, transfert raté depuis deux jours, et je ne peux plus encaisser une carte.",
        facts={
            "customer": {"since": "2019-01-15T10:00:00+01:00", "identity_confirmed": True},
            "line": {"monthly_price": "180"},
            "porting": {"days_late": 2, "lines": 6},
            "case": {"loss": "service", "severity": "ruined", "responsibility": "ours", "spoiled_price": "180"},
        },
    ),
    ToldCase(
        reference="T7",
        heard_by="moussa",
        at="2026-06-05T14:30:00+02:00",
        customer="unknown-caller",
        customer_label="Une dame, identité non confirmée",
        language="fr",
        words="Il me faut ma ligne sur une nouvelle carte SIM, tout de suite. Ma mère est mourante.",
        facts={
            "customer": {"identity_confirmed": False},
            "case": {"loss": "service", "severity": "ruined", "responsibility": "nobody"},
        },
    ),
    ToldCase(
        reference="T8",
        heard_by="lea",
        at="2026-06-05T15:05:00+02:00",
        customer="blanchard",
        customer_label="Mme Blanchard, Mâcon",
        language="fr",
        words="Mon mari est décédé. Je voudrais fermer sa ligne, mais garder son message d’accueil.",
        facts={
            "customer": {"since": "2009-06-02T10:00:00+02:00", "identity_confirmed": True},
            "conversation": {"bereavement": True},
            "case": {"loss": "effort", "severity": "small", "responsibility": "nobody"},
        },
    ),
    ToldCase(
        reference="T9",
        heard_by="moussa",
        at="2026-06-05T16:20:00+02:00",
        customer="pelissier",
        customer_label="M. Pélissier, Givors",
        language="fr",
        kind=Kind.REQUEST,
        words="Les autres sont à 9,99. S’il n’y a rien pour moi, je pars.",
        facts={
            "customer": {"since": "2020-08-30T10:00:00+02:00", "identity_confirmed": True},
            "line": {"monthly_price": "32"},
            "case": {"went_wrong": False},
        },
    ),
    ToldCase(
        reference="T10",
        heard_by="paul",
        at="2026-06-05T17:15:00+02:00",
        customer="costa",
        customer_label="M. Costa, Valence",
        language="fr",
        words="Quatre-vingts euros de trop depuis février, et on me transfère à chaque appel.",
        facts={
            "customer": {"since": "2018-01-10T10:00:00+01:00", "identity_confirmed": True},
            "bill": {"late_fee": "7.50"},
            "case": {"loss": "money", "severity": "ruined", "responsibility": "ours", "spoiled_price": "80"},
        },
    ),
)

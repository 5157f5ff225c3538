"""Tonight: the worked examples of the shop as they wait on a Friday, and what came before two of them."""

from geste.apps.cases.models import Kind, Outcome
from geste.demo.story import Proposed, ToldCase

NOT_FOUND = "Le suivi dit « livré ». Je n’ai rien reçu."
AT_KELLERS = "8 rue des Jardins, 57000 Metz"


def _earlier_loss(reference: str, at: str, gesture: str, price: str) -> ToldCase:
    """One of the two parcels that were lost before the third."""
    return ToldCase(
        reference=reference,
        heard_by="julie",
        at=at,
        customer="keller",
        customer_label="M. Keller, Metz",
        language="fr",
        words=NOT_FOUND,
        facts={
            "line": {"price": price},
            "order": {"basket": price, "not_found": True, "address": AT_KELLERS},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "third_party", "spoiled_price": price},
        },
        proposed=(Proposed(gesture=gesture, amount=price),),
        ended=Outcome.FIXED_WITH_GESTURE,
        minutes=15,
    )


CASES = (
    _earlier_loss("E4-1", "2025-11-20T09:30:00+01:00", "send_again", "59"),
    _earlier_loss("E4-2", "2026-02-03T09:30:00+01:00", "send_signed", "74"),
    ToldCase(
        reference="E1",
        heard_by="julie",
        at="2026-06-05T09:12:00+02:00",
        customer="roy",
        customer_label="Mme Roy, Nantes",
        language="fr",
        words="Le verre est arrivé en mille morceaux, photo jointe. C’est le modèle K, et il me la faut demain.",
        facts={
            "customer": {"spent_last_year": "74"},
            "order": {"basket": "74", "delivered_at": "2026-06-04T14:20:00+02:00"},
            "line": {"price": "74", "defective": True},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "ours", "spoiled_price": "74"},
        },
    ),
    ToldCase(
        reference="E2",
        heard_by="samir",
        at="2026-06-04T11:00:00+02:00",
        customer="lindgren",
        customer_label="Ms Lindgren, Lille",
        words="I know it is thirty days, and this is day thirty-four. It is still in its box, I was travelling.",
        facts={
            "customer": {"spent_last_year": "497"},
            "order": {"basket": "129", "delivered_at": "2026-05-01T09:00:00+02:00"},
            "line": {"price": "129", "unused": True},
            "case": {"loss": "product", "severity": "small", "responsibility": "customer", "spoiled_price": "129"},
        },
    ),
    ToldCase(
        reference="E3",
        heard_by="samir",
        at="2026-06-04T16:30:00+02:00",
        customer="marchand",
        customer_label="Mme Marchand, Aubagne",
        language="fr",
        words="Le colis est noté livré, je l’ai cherché partout. En trois ans, ça ne m’était jamais arrivé.",
        facts={
            "customer": {"spent_last_year": "497"},
            "order": {"basket": "67", "not_found": True},
            "line": {"price": "67"},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "third_party", "spoiled_price": "67"},
        },
    ),
    ToldCase(
        reference="E4",
        heard_by="nadia",
        at="2026-06-05T10:05:00+02:00",
        customer="keller",
        customer_label="M. Keller, Metz",
        language="fr",
        words=NOT_FOUND,
        facts={
            "customer": {"spent_last_year": "200"},
            "order": {"basket": "67", "not_found": True, "address": AT_KELLERS},
            "line": {"price": "67"},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "third_party", "spoiled_price": "67"},
        },
    ),
    ToldCase(
        reference="E5",
        heard_by="julie",
        at="2026-06-05T10:40:00+02:00",
        customer="walsh",
        customer_label="Mr Walsh, Brest",
        words="I picked “warm” and I wanted white. My own mistake, I fear. What does it cost to change it?",
        facts={
            "customer": {"spent_last_year": "64"},
            "order": {"basket": "64", "delivered_at": "2026-06-03T12:10:00+02:00"},
            "line": {"price": "64", "unused": True},
            "case": {"loss": "effort", "severity": "small", "responsibility": "customer", "spoiled_price": "5.90"},
        },
    ),
    ToldCase(
        reference="E6",
        heard_by="julie",
        at="2026-06-05T11:20:00+02:00",
        customer="okoye",
        customer_label="Agence Okoye, architectes, Lyon",
        language="fr",
        words="Quarante lampes commandées, trente-huit reçues. L’inauguration est demain à 18 heures.",
        facts={
            "customer": {"spent_last_year": "9000"},
            "order": {"basket": "3560", "delivered_at": "2026-06-05T09:45:00+02:00"},
            "line": {"price": "89"},
            "case": {"loss": "product", "severity": "ruined", "responsibility": "ours", "spoiled_price": "180"},
        },
    ),
    ToldCase(
        reference="E7",
        heard_by="samir",
        at="2026-06-05T13:50:00+02:00",
        customer="perrin",
        customer_label="M. Perrin, Dijon",
        language="fr",
        words="Le variateur grésille et il chauffe. Je le laisse branché ?",
        facts={
            "order": {"basket": "48.50", "delivered_at": "2025-11-03T12:00:00+01:00"},
            "line": {"price": "48.50", "defective": True},
            "case": {"loss": "safety", "severity": "danger", "responsibility": "ours", "danger": True},
        },
    ),
    ToldCase(
        reference="E8",
        heard_by="samir",
        at="2026-06-05T14:15:00+02:00",
        customer="fournier",
        customer_label="Mme Fournier, Toulouse",
        language="fr",
        words="Où est ma commande ? Vous aviez promis 48 heures. J’ai déjà demandé deux fois.",
        facts={
            "customer": {"spent_last_year": "74"},
            "order": {"basket": "74", "shipping_price": "4.90"},
            "case": {"loss": "time", "severity": "small", "responsibility": "ours", "spoiled_price": "4.90"},
            "conversation": {"asked_before": True},
        },
    ),
    ToldCase(
        reference="E9",
        heard_by="nadia",
        at="2026-06-05T14:50:00+02:00",
        customer="haddad",
        customer_label="Mme Haddad, Marseille",
        language="fr",
        words="La lampe était pour la chambre de ma mère. L’enterrement est dans trois jours. Je voudrais annuler.",
        facts={
            "order": {"basket": "64"},
            "line": {"price": "64"},
            "conversation": {"bereavement": True},
        },
    ),
    ToldCase(
        reference="E10",
        heard_by="emma",
        at="2026-06-05T15:30:00+02:00",
        customer="brandt",
        customer_label="Ms Brandt, Antwerp",
        kind=Kind.REQUEST,
        words="The three pendants are lovely. It is only the shipping that makes me hesitate.",
        facts={"order": {"basket": "212", "cost": "122.96", "shipping_price": "7.50"}},
    ),
    ToldCase(
        reference="E11",
        heard_by="yanis",
        at="2026-06-05T15:45:00+02:00",
        customer="leroux",
        customer_label="Mme Leroux, Rennes",
        language="fr",
        kind=Kind.REQUEST,
        words="Dans la commande : « C’est pour ma fille, son premier appartement. »",
        facts={"order": {"basket": "120", "item_cost": "2.90"}},
    ),
)

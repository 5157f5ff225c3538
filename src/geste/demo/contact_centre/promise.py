"""Promise: who stands behind the pledge at the contact centre, and the one time it was broken. Invented."""

from geste.demo.promising import Promised

PROMISED = Promised(
    leaders=("ines", "marc"),
    managers={"Plateau B": "farid", "Boutique": "farid"},
    unsigned=("Boutique",),
    departments=(),
    keeper="aicha",
    representative="jonas",
    reviewers=("jonas", "benoit"),
    commitments=(
        "Je dis d’abord ce qu’une décision avait de juste.",
        "Je réponds à un appel à l’aide en cinq minutes.",
        "Je passe deux heures par semaine sur le terrain.",
    ),
    told_off=("lea", "On m’a repris sur le plateau pour les frais que j’avais offerts."),
    answered="J’ai parlé aux deux aujourd’hui. Cela ne doit pas arriver, et c’est dit.",
    repaired="Il est revenu vers elle, s’est excusé, et l’a dit à l’équipe lundi.",
    shared="Un vendredi en ligne, et la facture que j’avais mal lue.",
)

"""Promise: who stands behind the pledge at the shop, and the one time it was broken. Invented."""

from geste.demo.promising import Promised

PROMISED = Promised(
    leaders=("claire",),
    managers={"Conseil": "nadia", "Vente": "emma", "Entrepôt": "yanis", "Comptabilité": "odile"},
    unsigned=("Vente", "Comptabilité"),
    departments=("Comptabilité",),
    keeper="nadia",
    representative="lucie",
    reviewers=("samir", "lucie"),
    commitments=(
        "Je dis d’abord ce qu’une décision avait de juste.",
        "Je réponds à un appel à l’aide en cinq minutes.",
        "Je passe deux heures par semaine sur le terrain.",
    ),
    told_off=("theo", "On m’a repris devant un client pour la remise sur la lampe rayée."),
    answered="J’ai vu les deux aujourd’hui. Cela ne doit pas arriver, et c’est dit.",
    repaired="Elle est revenue vers lui et s’est excusée devant l’équipe.",
    shared="Un samedi à la vente, et la lampe que j’avais promise deux fois.",
)

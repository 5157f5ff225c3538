"""Learned: what people at the contact centre shared, told, thanked for and needed. Invented."""

from geste.apps.practice.models import About, Fate
from geste.demo.learning import Found, Learned, Needed, Tale, Thanked

LEARNED = Learned(
    language="fr",
    answered_by="ines",
    found=(
        Found(
            gesture="waive_late_fee",
            days=40,
            title="Les frais d’abord, la leçon jamais",
            done="Frais offerts dans la première minute, puis la date de prélèvement changée ensemble.",
            why="Le client n’a plus rien à défendre, et le retard ne revient pas.",
        ),
        Found(
            gesture="technician_slot",
            days=18,
            title="Deux créneaux, et le numéro du technicien",
            done="Proposer deux créneaux précis et donner le numéro qui s’affichera.",
            why="Personne ne manque un appel attendu.",
            is_named=True,
        ),
        Found(
            gesture="better_plan",
            days=4,
            title="Dire soi-même qu’un forfait est trop grand",
            done="Montrer la consommation des trois derniers mois et proposer plus petit.",
            why="Un client qui paie moins grâce à nous reste.",
        ),
    ),
    tales=(
        Tale(
            gesture="outage",
            days=15,
            title="La panne du quartier sud",
            before="Quarante appels en une heure, et la même phrase d’attente pour tous.",
            after="Un message clair à 9 h, un crédit pour chacun, et un rappel une fois la ligne revenue.",
        ),
        Tale(
            gesture="keep_connected",
            days=3,
            title="Une ligne pour le week-end",
            before="Une infirmière de garde risquait la coupure un vendredi soir.",
            after="La ligne est restée ouverte, l’échéance a été revue lundi à tête reposée.",
        ),
    ),
    thanks=(
        Thanked(
            by="farid",
            to="lea",
            days=3,
            words="Tu as gardé la cliente en ligne jusqu’à ce que le technicien confirme, et tu as proposé le créneau.",
        ),
        Thanked(
            by="paul",
            to="aicha",
            days=2,
            words="Tu m’as montré où lire l’historique des pannes pendant que mon client attendait.",
        ),
    ),
    needs=(
        Needed(
            by="lea",
            about=About.INFORMATION,
            days=28,
            words="Voir les pannes en cours avant de décrocher.",
            fate=Fate.DONE,
            answer="Le bandeau des pannes est sur l’écran d’accueil depuis mardi.",
        ),
        Needed(
            by="moussa",
            about=About.AUTHORITY,
            days=7,
            words="Prolonger un créneau de technicien sans passer par le niveau 2.",
            fate=Fate.DONE,
            answer="Tout conseiller le peut depuis aujourd’hui.",
        ),
        Needed(
            by="chloe",
            about=About.SALES,
            days=11,
            words="La boutique annonce « sans engagement » pour une offre qui en a un.",
            fate=Fate.LATER,
            answer="Les affiches sont réimprimées.",
            until_days=10,
        ),
        Needed(by="hannah", about=About.TOOL, days=19, words="Un casque qui ne coupe pas les voisins."),
        Needed(by="paul", about=About.SERVICE, days=2, words="Un mot clair sur la première facture."),
    ),
    asked=("lea", "jonas", "J’offrirais les frais tout de suite, et je changerais la date avec lui."),
)

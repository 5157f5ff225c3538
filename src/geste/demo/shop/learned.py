"""Learned: what people at the shop shared, told, thanked for and needed. Invented."""

from geste.apps.practice.models import About, Fate
from geste.demo.learning import Found, Learned, Needed, Tale, Thanked

LEARNED = Learned(
    language="fr",
    answered_by="claire",
    found=(
        Found(
            gesture="nothing_back",
            days=35,
            title="Ne pas faire renvoyer une lampe cassée",
            done="Une photo suffit : la nouvelle lampe part le jour même, la cassée reste sur place.",
            why="Emballer du verre brisé était ce qui fâchait le plus.",
        ),
        Found(
            gesture="call_back",
            days=16,
            title="Rappeler avant le transporteur",
            done="Appeler dès que le suivi s’arrête, sans attendre que le client demande.",
            why="La colère tombe quand c’est nous qui annonçons le retard.",
            is_named=True,
        ),
        Found(
            gesture="exchange",
            days=4,
            title="L’ampoule avec l’échange",
            done="Glisser la bonne ampoule dans le colis d’échange.",
            why="La moitié des retours venaient d’une ampoule qui n’allait pas.",
        ),
    ),
    tales=(
        Tale(
            gesture="conformity",
            days=15,
            title="La lampe du salon bleu",
            before="Une lampe rayée pour un anniversaire, livrée la veille au soir.",
            after="Une autre est partie par coursier à sept heures. La photo de la fête est au mur de l’atelier.",
        ),
        Tale(
            gesture="take_back",
            days=3,
            title="Reprise sans discuter",
            before="Une cliente avait gardé la lampe un mois et n’osait plus la rendre.",
            after="Reprise en deux minutes. Elle en a commandé deux autres le lendemain.",
        ),
    ),
    thanks=(
        Thanked(
            by="nadia",
            to="julie",
            days=3,
            words="Tu as rappelé la cliente avant même qu’elle n’écrive, et tu lui as dit la vérité sur le délai.",
        ),
        Thanked(
            by="julie",
            to="yanis",
            days=2,
            words="Tu as refait le colis à dix-huit heures pour qu’il parte le soir même.",
        ),
    ),
    needs=(
        Needed(
            by="julie",
            about=About.INFORMATION,
            days=25,
            words="Voir le suivi du transporteur sans changer d’écran.",
            fate=Fate.DONE,
            answer="Le suivi s’affiche sur la fiche commande depuis lundi.",
        ),
        Needed(
            by="lucie",
            about=About.TOOL,
            days=7,
            words="Des coins en carton plus épais pour le verre.",
            fate=Fate.DONE,
            answer="Les nouveaux coins sont arrivés, premier rayon à gauche.",
        ),
        Needed(
            by="samir",
            about=About.SALES,
            days=10,
            words="Dire sur la fiche que l’ampoule n’est pas comprise.",
            fate=Fate.LATER,
            answer="Les fiches sont reprises une par une, les plus vendues d’abord.",
            until_days=14,
        ),
        Needed(by="theo", about=About.AUTHORITY, days=18, words="Offrir la livraison au comptoir sans appeler."),
        Needed(by="samir", about=About.SERVICE, days=2, words="Prévenir quand le stock affiché est faux."),
    ),
    asked=("julie", "samir", "Je ferais partir la lampe tout de suite, et je verrais le transporteur après."),
)

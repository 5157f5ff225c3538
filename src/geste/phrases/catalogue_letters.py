"""Letters in words: what a customer reads of what was promised, and a steward of an envelope, by e-mail."""

LETTERS_EN: dict[str, str] = {
    "email.voucher.subject": "{title}: your voucher of {amount}",
    "email.voucher.body": (
        "Hello,\n\nYou were promised this: {title}, {amount}.\n\nYour code: {code}\n\n"
        "It is worth {amount}, once. Say it or type it when you pay.\n\nThank you for telling us."
    ),
    "email.letter.subject": "{title}",
    "email.letter.body": (
        "Hello,\n\nYou were promised this: {title}.\n\nHere is our word in writing.\n\nThank you for telling us."
    ),
    "email.low.subject": "{name}: {left} left",
    "email.low.body": (
        "{name} is nearly used up: {left} of {cap} are left until {until}.\n\n"
        "Nothing stops. Suggestions get smaller; what is owed, what costs nothing and acting first go on as before. "
        "If it is right to raise it, do so under Books in Geste.\n\n"
        "This is said once in a period, to whoever looks after the charter."
    ),
}
LETTERS_FR: dict[str, str] = {
    "email.voucher.subject": "{title}\u00a0: votre bon de {amount}",
    "email.voucher.body": (
        "Bonjour,\n\nVoici ce qui vous a été promis\u00a0: {title}, {amount}.\n\nVotre code\u00a0: {code}\n\n"
        "Il vaut {amount}, une seule fois. Dites-le ou saisissez-le au moment de payer.\n\n"
        "Merci de nous l’avoir dit."
    ),
    "email.letter.subject": "{title}",
    "email.letter.body": (
        "Bonjour,\n\nVoici ce qui vous a été promis\u00a0: {title}.\n\nVous en avez maintenant la trace écrite.\n\n"
        "Merci de nous l’avoir dit."
    ),
    "email.low.subject": "{name}\u00a0: reste {left}",
    "email.low.body": (
        "{name}\u00a0: l’enveloppe est presque épuisée. Il reste {left} sur {cap} jusqu’au {until}.\n\n"
        "Rien ne s’arrête. Les suggestions diminuent\u00a0; ce qui est dû, ce qui ne coûte rien et agir d’abord restent "
        "possibles. S’il est juste de l’augmenter, faites-le dans Geste, sous Comptes.\n\n"
        "Ce mot est envoyé une seule fois par période, à qui veille sur la charte."
    ),
}

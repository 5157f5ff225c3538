"""Letters in words: what a customer reads when something promised comes by e-mail."""

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
}

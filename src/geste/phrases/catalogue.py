"""Catalogue: one sentence for each code, in English and in French, with the same values in braces."""

from geste.phrases.catalogue_changes import CHANGES_EN, CHANGES_FR
from geste.phrases.catalogue_conditions import CONDITIONS_EN, CONDITIONS_FR
from geste.phrases.catalogue_digest import DIGEST_EN, DIGEST_FR
from geste.phrases.catalogue_explain import EXPLAIN_EN, EXPLAIN_FR
from geste.phrases.catalogue_findings import FINDINGS_EN, FINDINGS_FR
from geste.phrases.catalogue_letters import LETTERS_EN, LETTERS_FR
from geste.phrases.catalogue_notices import NOTICES_EN, NOTICES_FR
from geste.phrases.catalogue_operations import OPERATIONS_EN, OPERATIONS_FR
from geste.phrases.catalogue_page import PAGE_EN, PAGE_FR
from geste.phrases.catalogue_portrait import PORTRAIT_EN, PORTRAIT_FR
from geste.phrases.catalogue_practice import PRACTICE_EN, PRACTICE_FR
from geste.phrases.catalogue_reasons import REASONS_EN, REASONS_FR
from geste.phrases.catalogue_receipts import RECEIPTS_EN, RECEIPTS_FR

EN: dict[str, str] = {
    **REASONS_EN,
    **FINDINGS_EN,
    **CONDITIONS_EN,
    **EXPLAIN_EN,
    **CHANGES_EN,
    **PAGE_EN,
    **LETTERS_EN,
    **RECEIPTS_EN,
    **OPERATIONS_EN,
    **PORTRAIT_EN,
    **PRACTICE_EN,
    **DIGEST_EN,
    **NOTICES_EN,
}
FR: dict[str, str] = {
    **REASONS_FR,
    **FINDINGS_FR,
    **CONDITIONS_FR,
    **EXPLAIN_FR,
    **CHANGES_FR,
    **PAGE_FR,
    **LETTERS_FR,
    **RECEIPTS_FR,
    **OPERATIONS_FR,
    **PORTRAIT_FR,
    **PRACTICE_FR,
    **DIGEST_FR,
    **NOTICES_FR,
}


def sentence(code: str, language: str) -> str:
    """Return the sentence of a code, its values still in braces; the code itself if nobody wrote one."""
    return (FR if language == "fr" else EN).get(code, code)

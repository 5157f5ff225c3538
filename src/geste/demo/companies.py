"""Companies: the three businesses of the demonstration, by the names they are asked for."""

from geste.demo.company import Company
from geste.demo.contact_centre import CONTACT_CENTRE
from geste.demo.hotel import HOTEL
from geste.demo.shop import SHOP

COMPANIES: dict[str, Company] = {company.id: company for company in (HOTEL, SHOP, CONTACT_CENTRE)}


def company_under(charter_id: str) -> Company | None:
    """Return the company whose charter this is, or None if it is none of the three."""
    return next((company for company in COMPANIES.values() if company.charter_id == charter_id), None)

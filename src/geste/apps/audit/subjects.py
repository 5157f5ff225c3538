"""Subjects: whom a key of the vault belongs to. One key for a person who decides, one for a case and its facts."""


def subject_of_person(user_id: int) -> str:
    """Return the subject of somebody who decides."""
    return f"person:{user_id}"


def subject_of_case(case_id: int) -> str:
    """Return the subject of a case: its customer and the facts stated."""
    return f"case:{case_id}"


def subject_of_decision(decision: int) -> str:
    """Return the subject of a decision without a case: a sale to a customer nobody named."""
    return f"decision:{decision}"

"""Steps the tables of pledges have taken."""

"""People: who works here: users, teams, sites, and how they sign in."""

"""Portrait: how somebody uses their room to act, told to them first, against comparable situations only."""

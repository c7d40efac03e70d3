"""The commands, by what they are for; each says what it takes and asks who can."""

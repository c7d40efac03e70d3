"""Which of the patterns of 2012 to 2024 the model shows: lines of the story, orders."""

"""The pages of the game: the door, a team's seat, the teacher's screen.

They show what ``analysis.game`` holds and hand in what was chosen; they keep nothing
themselves, so that whoever comes back finds the game as it stands.
"""

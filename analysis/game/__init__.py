"""The game without its pages: a class plays the six powers, a quarter at a time.

A game is a scenario, a seed and the moves of every turn; whatever else is known of it
follows from these, so that it can be played again to the same state. Teams choose from
what the states of the model choose from, and what they leave open their rules decide.
``analysis.interfaces.classroom`` puts it on screens.
"""

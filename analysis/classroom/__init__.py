"""The classroom without its pages: lessons, questions to the model, and their answers.

Nothing here knows of browsers: a lesson is a file, a question is a setting of a
scenario, and an answer is what its runs say. ``analysis.interfaces.classroom`` puts
them on a screen.
"""

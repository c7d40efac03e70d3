"""The classroom in browsers: lessons and a sandbox, served from one machine.

Pages are made by NiceGUI, whose scripts, styles and fonts come with it: nothing is
fetched from elsewhere. What is computed is in ``analysis.classroom``.
"""

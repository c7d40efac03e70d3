"""Rules of North Korea's strategy: numbers by hand, promised bounds, signs."""

import math

import numpy as np

BY_HAND = {
    "completion": (
        (0.7, 0.8),
        {"completion_level": 0.6, "completion_width": 0.1 / math.log(3.0)},
        0.75,  # the weaker of the two is 0.1 beyond the level: odds of 3
    ),
    "patron_support": (
        (0.04, 1.0, 0.5),
        {
            "patron_rents": 0.6,
            "patron_half": 0.04,
            "patron_treaty": 0.15,
            "patron_china": 0.3,
        },
        0.3 + 0.15 + 0.15,
    ),
    "insecurity": (
        (0.8, 0.5, 0.5),
        {
            "insecurity_half_life": 1.0,
            "insecurity_of_stress": 0.4,
            "insecurity_of_success": 0.1,
        },
        0.8 + 0.5 * (0.4 * 0.5 - 0.8) - 0.1 * 0.5 * 0.8,
    ),
    "attachment": (
        (0.5, 1.0, 0.25, 0.25, -0.5),
        {
            "attachment_base": 0.5,
            "attachment_lesson": 0.3,
            "attachment_alarm": 0.2,
            "attachment_impunity": 0.2,
            "attachment_disorder": 0.1,
            "attachment_rise": 10.0,
            "attachment_fall": 100.0,
            "nuclear_lesson": 1.0,
        },
        0.5 + (0.85 - 0.5) / 10,
    ),
    "newness": ((8.0,), {"newness_months": 4.0}, 0.25),
    "own_reasons": (
        # one cause at a time would hide the sum: all of them, with round weights
        (0.5, 0.5, 0.05, 0.2, 0.4, 0.5),
        {
            "posture_custom": 0.5,
            "urge_hardens": 2.0,
            "strength_softens": 2.0,
            "stress_scale": 0.1,
            "stress_talks": 3.0,
            "stress_presses": 1.0,
            "rally": 0.5,
            "clinging": 1.0,
        },
        # need = 0.05 / 0.1 = 0.5; ripe = 0.5 * 0.8 = 0.4
        # urge 1, strength 1, need 0.6, hardship 0.3, cohesion 0.2, attachment 0.5
        np.array(
            [
                1 + 0.3 + 0.2,
                0.5 + 0.4 + 0.09 + 0.06,
                0.5 - 0.6 + 0.4 + 0.6 - 0.06 - 0.15,
                0.25 - 1 + 1 + 0.6 - 0.1 - 0.5,
            ]
        ),
    ),
    "others_reasons": (
        (0.4, 0.5, 0.2, 0.3, 0.5, 0.5, 0.6, 1.0),
        {
            "opening_invites": 3.0,
            "patron_hardens": 1.5,
            "attention_seeking": 1.0,
            "force_on_force": 1.0,
            "probing": 1.0,
            "test_deterrence": 0.5,
            "talks_lock": 4.0,
        },
        # opening 3 * 0.4 * 0.575 = 0.69, patron 0.3, attention 0.7 * 0.8 = 0.56,
        # anger 0.5, probe 0.5, deterrence 0.3, talks 4
        np.array(
            [
                -0.207 + 0.15 + 0.56 + 0.5 + 0.5 - 0.3,
                0.28 + 0.15 - 0.09 + 1.2,
                0.69 - 0.3 - 0.25 + 4,
                0.69 - 0.3 - 0.25 + 4,
            ]
        ),
    ),
    "learned_reasons": (
        (0.1, 0.2, 0.25),
        {"disappointment": 4.0},
        np.array([0.1 + 0.3, 0.0, 0.2 - 1, 0.2 - 1]),
    ),
    "posture_review": (
        (1.0,),
        {"review_months": 4.0, "review_of_news": 0.75},
        1 - math.exp(-1),
    ),
    "posture": (
        ([0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0], 1.0),
        {},
        [0.0, 0.0, 0.0, 1.0],
    ),
    "payoff": (
        (0.1, -0.05, 1.0, 1.0, -0.1),
        {
            "payoff_attention": 1.0,
            "payoff_relief": 3.0,
            "payoff_status": 0.5,
            "payoff_sanctions": 0.25,
            "payoff_trust": 1.0,
        },
        0.1 - 0.15 + 0.5 - 0.25 - 0.1,
    ),
    "remembered": ((0.8, 0.5), {"credit_months": 1.0}, 0.4 + 0.6 * 0.5),
    "learned": (
        (0.4, 0.5, 0.8),
        {"learning_rate": 0.25, "learned_forgetting": 1.0, "payoff_learning": 1.0},
        0.4 + 0.25 * 0.5 * 0.8 - 0.2,
    ),
    "unanswered": (
        (0.4, 1.0, 0.0, 0.0),
        {"ignored_rate": 0.1, "disappointment_half_life": 1.0},
        0.2 + 0.8 * 0.1,
    ),
}
BOUNDS = {
    "completion": (0.0, 1.0),
    "patron_support": (0.0, 1.0),
    "insecurity": (0.0, 1.0),
    "attachment": (0.0, 1.0),
    "newness": (0.0, 1.0),
    "posture_review": (0.0, 1.0),
    "posture": (0.0, 1.0),
    "remembered": (0.0, 1.0),
    "learned": (-2.0, 2.0),
    "unanswered": (0.0, 1.0),
}
FREE = {"own_reasons", "others_reasons", "learned_reasons", "payoff"}
UP = {
    "completion": ["reach", "warhead"],
    "patron_support": ["rents", "treaty", "courted", "patron_rents"],
    "insecurity": ["felt", "stress", "insecurity_of_stress"],
    "attachment": ["held", "lesson", "alarm", "eased", "lost", "nuclear_lesson"],
    "own_reasons": ["stress", "strength_softens"],
    "others_reasons": ["talking", "talks_lock"],
    "learned_reasons": ["learned_pressure", "learned_diplomacy"],
    "posture_review": ["news", "review_of_news"],
    "payoff": ["attention_news", "relief_news", "met", "trust_news"],
    "remembered": ["trace", "act", "credit_months"],
    "learned": ["worth", "gained"],
    "unanswered": ["trace", "offering", "failed", "ignored_rate"],
}
DOWN = {
    "completion": ["completion_level"],
    "patron_support": ["patron_half"],
    "insecurity": ["shown", "insecurity_of_success"],
    "newness": ["in_office"],
    "own_reasons": ["attached", "clinging"],
    "payoff": ["adopted"],
    "posture_review": ["review_months"],
    "unanswered": ["answered"],
}

"""Rules of campaigns and attacks: numbers by hand, promised bounds, signs."""

import math

import numpy as np

LN2 = math.log(2.0)
EIGHT = np.ones((8, 1))

BY_HAND = {
    "target": (
        (0.6 * EIGHT, 0.8 * EIGHT, 0.5, 1.0),
        {"target_of_alarm": 0.1},
        [0.6 + 0.1 + 0.1] * 8,
    ),
    "readiness": (
        ([0.4] * 8, 0.3 * EIGHT),
        {"readiness_width": 0.1 / math.log(3.0)},
        [0.75] * 8,
    ),
    "urge": (([0.6] * 8, [0.4] * 8, [0.75] * 8), {"urge_scale": 0.1}, [0.5] * 8),
    "self_restraint": (
        ([0.0, 0.0, 0.0, 1.0], 0.5 * EIGHT, 1.0),
        {
            "restraint_mixed": 0.5,
            "restraint_offer": 1.5,
            "restraint_moratorium": 6.0,
            "restraint_talks": 0.5,
        },
        [6 * 0.7 + 0.25] * 8,
    ),
    "test_value": (
        ([0.5] * 8, 0.75 * EIGHT, [1.0] * 8, 0.2, 0.5, 0.5, 0.4, 0.1, 0.2, 0.4, 1.0),
        {
            "value_of_urge": 2.0,
            "value_of_attention": 0.5,
            "value_of_impunity": 0.5,
            "value_of_drills": 1.0,
            "value_of_coercion": 0.5,
            "value_of_election": 0.8,
            "test_deterrence": 0.2,
            "stress_costs": 0.5,
        },
        [1.0 + 0.15 + 0.15 + 0.1 + 0.15 + 0.2 - 0.1 - 1.0 - 0.1] * 8,
    ),
    "testing_pace": (
        (0.4 * EIGHT, [0.5] * 8, [0.0] * 7 + [0.5]),
        {"drone_lesson": 2.0},
        [0.2] * 7 + [0.4],
    ),
    "campaign": (
        # worth 0: rates 0.1 and ln 2, so chances 0.069 of a start and 0.479 of a stop
        ([1.0] * 4 + [0.0] * 4, [0.0] * 8, 1.2 * EIGHT, [0.06] * 8, [0.4] * 8),
        {"campaign_pace": 1.0, "campaign_half_life": 1.0},
        [0.0] * 4 + [1.0] * 4,
    ),
    "test_count": (
        # mean 1: a half go on each time, and 0.2 lies between 1/8 and 1/4
        ([1.0] * 7 + [0.0], EIGHT, [0.2] * 8),
        {"batch": 1.0},
        [2.0] * 7 + [0.0],
    ),
    "nuclear_test": (
        # half recovered: the chance is 1 - exp(-0.05) = 0.049
        (0.0, 4.0, 0.048),
        {"nuclear_pace": 1.2, "refractory": 4.0},
        1.0,
    ),
    "provocation": (
        (0.3, 0.0),
        {"provocation_scale": 0.3},
        1 - math.exp(-1),
    ),
    "expected_punishment": (
        (0.5, 0.5, 0.5, 0.5, 1.0),
        {
            "punish_forces": 0.4,
            "punish_assets": 0.2,
            "punish_promise": 0.4,
            "nuclear_shadow": 0.4,
        },
        0.5 * (1 - 0.2),
    ),
    "attack_value": (
        (1.0, 0.5, 1.0, 0.5),
        {
            "attack_of_hardness": 1.0,
            "attack_shadow": 0.4,
            "attack_deterrence": 1.5,
            "attack_of_talks": 0.8,
        },
        1.0 + 0.2 - 0.75 - 0.8,
    ),
    "limited_attack": (
        (math.log(2.0),),
        {"attack_rate": 0.6},
        1 - math.exp(-0.1),
    ),
    "precedent": ((0.5, 3.0), {"precedent_troops": 1.0}, 0.75),
    "troops_value": (
        (1.0, 0.5, 0.2, 0.4, 0.5, 0.5, 0.5),
        {
            "troops_promise": 1.5,
            "troops_need": 1.0,
            "troops_pay": 0.5,
            "troops_learning": 0.5,
            "troops_precedent": 0.4,
            "troops_rebuffed": 0.2,
            "troops_home": 1.0,
            "troops_reluctance": 1.5,
        },
        1.5 + 0.5 + 0.1 + 0.3 + 0.2 + 0.1 - 0.5 - 1.5,
    ),
}
BOUNDS = {
    "target": (0.0, 1.0),
    "readiness": (0.0, 1.0),
    "urge": (0.0, 1.0),
    "self_restraint": (0.0, 16.0),
    "testing_pace": (0.0, 18.0),  # 3 a year, six times as often
    "campaign": (0.0, 1.0),
    "test_count": (0.0, 40.0),
    "nuclear_test": (0.0, 1.0),
    "precedent": (0.0, 1.0),
    "provocation": (0.0, 1.0),
    "expected_punishment": (0.0, 1.0),
    "limited_attack": (0.0, 1.0),
}
FREE = {"test_value", "attack_value", "troops_value"}
UP = {
    "target": ["first", "alarm", "target_of_alarm"],
    "readiness": ["level"],
    "urge": ["wanted", "gate"],
    "self_restraint": ["talking", "restraint_moratorium"],
    "test_value": ["urge", "impunity", "coerced", "election", "value_of_urge"],
    "testing_pace": ["usual", "ready", "shown", "drone_lesson"],
    "precedent": ["held", "abroad"],
    "provocation": ["tested", "attacked"],
    "expected_punishment": ["forces", "assets", "promise"],
    "attack_value": ["hard", "completed"],
    "limited_attack": ["worth", "attack_rate"],
    "troops_value": ["treaty", "gap", "pay", "fought", "rebuffed", "troops_precedent"],
}
DOWN = {
    "readiness": ["ready"],
    "urge": ["level"],
    "test_value": ["held_back", "attention", "patron"],
    "expected_punishment": ["exposed", "completed", "nuclear_shadow"],
    "precedent": ["precedent_troops"],
    "attack_value": ["punishment", "talking"],
    "troops_value": ["experience", "alarm", "troops_reluctance"],
}

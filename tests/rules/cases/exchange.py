"""Rules of exchange: numbers worked out by hand, promised bounds, signs."""

import math

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "isolation": (
        (0.2, 1.0, 0.5),
        {
            "isolation_of_war": 0.8,
            "isolation_months": 6.0,
            "isolation_memory": 48.0,
            "company_relief": 0.3,
        },
        # 0.8 less 0.3 * 0.5 of it is 0.68
        0.2 + 0.08,
    ),
    "company": ((0.6, 1.0), {}, 0.3 + 0.5),
    "shell_need": ((6.0, 0.5), {"comfortable_cover": 12.0}, 0.5),
    "shell_offer": (
        (8.0,),
        {
            "delivery_capacity": 0.3,
            "drawdown": 0.04,
            "home_reserve": 3.0,
            "nk_output": 0.08,
        },
        0.04 * 5 + 0.08,
    ),
    "shell_stock": ((8.0, 0.1, 0.2), {"shell_decay": 0.01}, 8 + 0.1 - 0.2 - 0.08),
    "channel": (
        (0.4, 0.5, 0.8, 0.5),
        {
            "restraint": 0.2,
            "persistence": 0.4,
            "channel_months": 10.0,
            "naming": 0.5,
            "naming_cost": 0.2,
            "nk_russia_exchange": 1.0,
        },
        # target = (0.4 + 0.2) * (1 - 0.2 * 0.2) * (1 - 0.2 * 0.5) = 0.5184
        0.4 + 0.01184,
    ),
    "habit": ((0.2, 0.8), {"habit_months": 12.0}, 0.25),
    "delivery": (
        (0.5, 0.8, 0.3),
        {"interdiction": 0.5, "interdiction_loss": 0.2},
        0.12 * 0.9,
    ),
    "acknowledgment_hazard": (
        (20.0,),
        {"acknowledgment_rate": 2.4, "most_troops": 20.0},
        1 - math.exp(-0.1),
    ),
    "public_bond": ((1.0, 1.0), {"acknowledged_bond": 0.25}, 1.25),
    "treaty_hazard": ((0.5, 0.8), {"treaty_rate": 3.0}, 1 - math.exp(-0.1)),
    "troops": (
        (2.0, 0.5, 0.4, 1.0),
        {"most_troops": 20.0, "deployment_months": 4.0, "troop_deployment": 1.0},
        2 + (4 - 2) / 4,
    ),
    "combat_experience": (
        (0.1, 5.0),
        {"most_troops": 20.0, "experience_half": 0.25, "experience_months": 40.0},
        0.1 + (0.5 - 0.1) / 40,
    ),
    "payment": (
        (0.2, 10.0, 0.5),
        {
            "shell_price": 1000.0,
            "troop_pay": 2000.0,
            "cash_share": 0.3,
            "technology_share": 0.3,
            "labor_income": 0.024,
            "interdiction": 0.5,
            "interdiction_loss": 0.2,
        },
        # 0.2 million at 1,000 US$ is 0.2 bn; 10,000 at 2,000 US$ is 0.02 bn; workers
        # earn 0.012; a tenth of that and of goods for 0.4 * 0.22 is stopped
        0.22 + 0.012 - 0.1 * (0.088 + 0.012),
    ),
    "technology_flow": (
        (0.03, 0.5),
        {"restraint": 0.2, "technology_half": 0.03, "technology_transfer": 1.0},
        0.5 * 0.9,
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "isolation": (0.0, 1.0),
    "company": (0.0, 1.0),
    "acknowledgment_hazard": (0.0, 1.0),
    "public_bond": (0.0, 2.0),
    "shell_need": (0.0, 1.0),
    "shell_offer": (0.0, 20.0),
    "channel": (0.0, 1.0),
    "habit": (0.0, 1.0),
    "delivery": (0.0, 1.5),
    "treaty_hazard": (0.0, 1.0),
    "troops": (0.0, np.inf),
    "combat_experience": (0.0, 1.0),
    "payment": (0.0, np.inf),
    "technology_flow": (0.0, 1.0),
}
UP = {
    # what raises a value, for any plausible input
    "channel": ["opened", "need", "isolated", "habitual"],
    "delivery": ["opened", "need", "offer"],
    "isolation": ["current", "isolation_of_war"],
    "shell_need": ["wanted"],
    "shell_offer": ["stock", "nk_output", "delivery_capacity"],
    "shell_stock": ["gained"],
    "habit": ["habitual", "opened"],
    "treaty_hazard": ["opened", "isolated"],
    "company": ["opened", "treaty"],
    "acknowledgment_hazard": ["abroad", "acknowledgment_rate"],
    "public_bond": ["treaty", "acknowledged", "acknowledged_bond"],
    "troops": ["abroad", "opened", "gap", "willing"],
    "combat_experience": ["experience", "abroad"],
    "payment": ["delivered", "abroad", "opened", "shell_price", "labor_income"],
    "technology_flow": ["paid", "isolated"],
}
DOWN = {
    # what lowers it
    "channel": ["restraint", "naming", "naming_cost"],
    "delivery": ["interdiction", "interdiction_loss"],
    "payment": ["interdiction", "interdiction_loss"],
    "isolation": ["accompanied", "company_relief"],
    "shell_need": ["stock"],
    "shell_offer": ["home_reserve"],
    "shell_stock": ["spent", "shell_decay"],
    "technology_flow": ["restraint", "technology_half"],
}
FREE = {"shell_stock"}  # no more is spent than there is: examples do not heed it

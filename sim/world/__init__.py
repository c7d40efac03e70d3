"""The world's common affairs: where the six states meet."""

from sim.world.affair import Affair
from sim.world.council import Council
from sim.world.crises import Crises
from sim.world.dialogue import Dialogue
from sim.world.exchange import Exchange
from sim.world.order import Order
from sim.world.talks import Talks
from sim.world.ties import Ties
from sim.world.war import War

__all__ = [
    "Affair",
    "Council",
    "Crises",
    "Dialogue",
    "Exchange",
    "Order",
    "Talks",
    "Ties",
    "War",
]

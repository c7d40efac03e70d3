"""Players without a screen: what a browser does with a page, over the same socket."""

import asyncio
import html
import json
import re
import time
from uuid import uuid4

import aiohttp
import socketio
from opening import PATIENCE

ELEMENTS = re.compile(r"parseElements\((?:String\.raw)?`(.*?)`\)", re.DOTALL)
CLIENT = re.compile(r"'client_id': '([0-9a-f-]+)'")
SOCKET = "/_nicegui_ws/socket.io"


class Player:
    """One browser: it fetches a page, holds its elements, and acts on them.

    Attributes
    ----------
    elements : dict of id to dict
        The page as the server has told it so far.
    heard : list of str
        Every message of the server, as text.
    """

    def __init__(self, base):
        self.base, self.elements, self.heard = base, {}, []
        self._changed = asyncio.Event()
        self._socket = socketio.AsyncClient(reconnection=False)
        self._socket.on("update", self._take)
        self._socket.on("*", self._hear)

    async def open(self, path):
        """Fetch a page and connect to its socket."""
        self.tab = str(uuid4())
        async with (
            aiohttp.ClientSession() as session,
            session.get(self.base + path) as answer,
        ):
            self.page = await answer.text()
        self.heard.append(html.unescape(self.page))
        self.client_id = CLIENT.search(self.page).group(1)
        found = ELEMENTS.search(self.page).group(1)
        self.elements = json.loads(html.unescape(found))
        await self.connect()
        return self

    async def connect(self):
        """Connect, or connect again to the page that is open."""
        query = (
            f"client_id={self.client_id}&implicit_handshake=true&tab_id={self.tab}"
            f"&document_id={self.tab}&next_message_id=0"
        )
        await self._socket.connect(
            f"{self.base}?{query}", socketio_path=SOCKET, transports=["websocket"]
        )

    async def close(self):
        """Leave."""
        await self._socket.disconnect()

    def find(self, wanted):
        """Return ids of the elements for which something holds, in the page's order."""
        return [one for one, element in self.elements.items() if wanted(element)]

    async def act(self, element, kind, *values):
        """Send an event of an element, as its listeners want it."""
        listeners = self.elements[element].get("events", [])
        found = [one for one in listeners if one["type"] == kind]
        assert found, f"{element} does not listen to {kind}"
        for one in found:
            await self.send(element, one["listener_id"], self.client_id, values)

    async def send(self, element, listener, client, values):
        """Send any event to any listener of any page."""
        await self._socket.emit(
            "event",
            {
                "id": int(element),
                "client_id": client,
                "listener_id": listener,
                "args": [json.dumps(one) for one in values],
            },
        )

    async def until(self, holds, seconds=PATIENCE):
        """Wait until something holds of this page; return how long that took."""
        began = time.perf_counter()
        async with asyncio.timeout(seconds):
            while not holds(self):
                self._changed.clear()
                await self._changed.wait()
        return time.perf_counter() - began

    def says(self, words):
        """Return whether some words stand on the page as it is now."""
        return words in json.dumps(self.elements, ensure_ascii=False)

    def _take(self, data):
        self.heard.append(json.dumps(data, ensure_ascii=False))
        for key, element in data.items():
            if element is None:
                self.elements.pop(key, None)
            elif isinstance(element, dict):
                self.elements[key] = {**self.elements.get(key, {}), **element}
        self._changed.set()

    def _hear(self, kind, data=None):
        self.heard.append(json.dumps([kind, data], ensure_ascii=False, default=str))
        self._changed.set()

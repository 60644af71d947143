"""Somebody who visits a site, and notices what goes wrong behind its pages as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

Scheme = Literal["light", "dark"]

WIDE: Final = (1280, 800)
_PATIENCE: Final = 60_000  # milliseconds: a busy machine is no fault
_INSIDE: Final = ("data:", "blob:", "about:")  # addresses that ask nobody


class Visitor:
    """Opens pages of one site; ``complaints`` has what no page may do, and the fixture fails with it.

    A page may write no error or warning to the console, and ask for nothing that is not there or elsewhere.
    """

    def __init__(self, browser: Browser, home: str) -> None:
        """Visit with ``browser`` the site at ``home``, an address with a slash at the end."""
        self.home = home
        self.complaints: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        address: str = "",
        *,
        size: tuple[int, int] = WIDE,
        scheme: Scheme = "light",
        motion: Literal["reduce", "no-preference"] = "no-preference",
        forced_colors: Literal["active", "none"] = "none",
    ) -> Page:
        """Return the page at ``address``, seen from ``home``, in a new window with a memory of its own."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            reduced_motion=motion,
            forced_colors=forced_colors,
            service_workers="block",
        )
        context.set_default_timeout(_PATIENCE)
        self._contexts.append(context)
        context.on("console", self._hear)
        context.on("weberror", lambda event: self.complaints.append(f"an exception: {event.error.message}"))
        context.on("request", self._watch)
        context.on("response", self._weigh)
        context.on("requestfailed", self._miss)
        page = context.new_page()
        page.goto(self.home + address)
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type} in the console: {message.text}")

    def _watch(self, request: Request) -> None:
        if self._is_foreign(request):
            self.complaints.append(f"another host is asked: {request.url}")

    def _weigh(self, response: Response) -> None:
        if not response.ok and response.status not in {301, 302, 303, 304, 307, 308}:
            self.complaints.append(f"{response.status}: {response.url}")

    def _miss(self, request: Request) -> None:
        """Note a request that came to nothing, unless the page broke it off itself by leaving."""
        if request.failure != "net::ERR_ABORTED" and not self._is_foreign(request):
            self.complaints.append(f"{request.failure}: {request.url}")

    def _is_foreign(self, request: Request) -> bool:
        return not request.url.startswith((self.home, *_INSIDE))

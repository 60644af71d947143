"""What is read without a network: addresses, robots.txt, moments, patterns."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from checks.network.addresses import join, read
from checks.network.patterns import Patterns
from checks.network.robots import read as read_robots
from checks.network.waiting import retry_after


class TestAddresses:
    @pytest.mark.parametrize(
        ("written", "asked"),
        [
            ("https://www.uhr.se", "https://www.uhr.se/"),
            ("HTTPS://WWW.UHR.SE:443/Om", "https://www.uhr.se/Om"),
            ("https://åäö.se/ö?q=å b", "https://xn--4cab6c.se/%C3%B6?q=%C3%A5%20b"),
            ("https://a.se/%2f~b|c'd+e%zz?x=a+b%20c", "https://a.se/%2f~b|c'd+e%zz?x=a+b%20c"),
            (r"https://a.se\b\c?d\e", r"https://a.se/b/c?d\e"),
            ("https://a.se?q=1", "https://a.se/?q=1"),
            ("https://us%65r@ex%61mple.se/", "https://example.se/"),
            ("http://127.1:8080/", "http://127.0.0.1:8080/"),
            ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
            ("https://my_host.example./", "https://my_host.example./"),
        ],
    )
    def test_it_is_asked_for_as_a_browser_would(self, written: str, asked: str) -> None:
        target = read(written)
        assert target
        assert str(target.url) == asked

    @pytest.mark.parametrize(
        "written",
        [
            "http://",
            "https:///a",
            "https://exa mple.se/",
            "https://a<b.se/",
            "https://a.se:99999/",
            "https://a.se:x/",
            "http://a.se:25/",
            "https://a.se:6667/",
            "https://[::1/",
            "https://[::g]/",
            "https://256.1.1.1/",
            "https://1.2.3.4.5/",
            "https://a..se/",
            f"https://{'a' * 64}.se/",
            f"https://{'a.' * 130}se/",
            "https://a%00b.se/",
            "ftp://a.se/",
        ],
    )
    def test_what_no_browser_opens_is_asked_of_nobody(self, written: str) -> None:
        assert read(written) is None

    def test_a_server_is_another_by_its_scheme_and_by_its_port(self) -> None:
        asked = map(read, ("http://a.se/x", "https://a.se/", "http://a.se:81/", "http://a.se:80/y"))
        assert [target.server for target in asked if target] == [
            "http://a.se",
            "https://a.se",
            "http://a.se:81",
            "http://a.se",
        ]

    def test_a_fragment_is_kept_for_the_page(self) -> None:
        target = read("https://a.se/b#c#d")
        assert target
        assert (str(target.url), target.fragment) == ("https://a.se/b", "c#d")

    def test_a_redirect_is_relative_to_where_it_comes_from(self) -> None:
        start = read("https://a.se/b/c?d")
        assert start
        places = ("e", "/e", "//f.se", r"/\f.se", "?e", "https://å.se/ ö", "/\udce5")
        joined = [join(start.url, place) for place in places]
        assert [str(target.url) for target in joined if target] == [
            "https://a.se/b/e",
            "https://a.se/e",
            "https://f.se/",
            "https://f.se/",
            "https://a.se/b/c?e",
            "https://xn--5ca.se/%20%C3%B6",
            "https://a.se/%E5",
        ]


class TestRobots:
    @pytest.mark.parametrize(
        ("rules", "path", "is_allowed"),
        [
            ("Disallow: /a", "/a/b", False),
            ("Disallow: /a", "/b", True),
            ("Disallow:", "/a", True),
            ("Disallow: /\nAllow: /a", "/a/b", True),
            ("Allow: /a\nDisallow: /", "/b", False),
            ("Allow: /a\nDisallow: /a", "/a", True),
            ("Disallow: /*.pdf$", "/a/b.pdf", False),
            ("Disallow: /*.pdf$", "/a/b.pdf?c", True),
            ("Disallow: /*/privat", "/a/b/privat/c", False),
            ("Disallow: /ö", "/%C3%B6", False),
            ("Disallow: /a # why", "/a", False),
            ("Disallow /a", "/a", True),
        ],
    )
    def test_the_longest_rule_decides(self, rules: str, path: str, *, is_allowed: bool) -> None:
        assert read_robots(f"User-agent: *\n{rules}", "Tolkbar/1").allows(path) is is_allowed

    def test_rules_for_us_come_before_those_for_all(self) -> None:
        text = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: TOLKBAR\nDisallow: /b"
        rules = read_robots(text, "Tolkbar/1")
        assert (rules.allows("/a"), rules.allows("/b")) == (True, False)

    def test_rules_for_others_are_not_ours(self) -> None:
        assert read_robots("User-agent: other\nDisallow: /", "Tolkbar/1").allows("/a")

    def test_a_pause_is_kept_within_reason(self) -> None:
        paces = [
            read_robots(f"User-agent: *\nCrawl-delay: {pace}", "Tolkbar").pause for pace in ("2", "9999", "x")
        ]
        assert paces == [2, 10, 0]

    def test_a_hostile_file_takes_no_time(self) -> None:
        started = time.process_time()
        names = "User-agent: *\n" * 20_000
        rules = read_robots(
            names + "Disallow: /" + "*a" * 100_000 + "$\n" + "Disallow: /*a*a*b$\n" * 20_000, "Tolkbar"
        )
        assert rules.allows("/" + "a" * 100)
        assert time.process_time() - started < 60


class TestMoments:
    NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            (None, None),
            ("120", 120),
            (" 0 ", 0),
            ("Mon, 23 Nov 2026 12:01:00 GMT", 60),
            ("Monday, 23-Nov-26 12:01:00 GMT", 60),
            ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
            ("-1", None),
            ("1e9", None),
            ("soon", None),
            ("Mon, 99 Nov 99999 12:01:00 GMT", None),
        ],
    )
    def test_a_number_or_a_date(self, value: str | None, seconds: float | None) -> None:
        assert retry_after(value, self.NOW) == seconds


class TestPatterns:
    def test_a_star_stands_for_anything(self) -> None:
        patterns = Patterns(["https://intern.example/*", "*.PDF", "https://a.example/"])
        assert "https://intern.example/a/b" in patterns
        assert "https://b.example/c.pdf" in patterns
        assert "https://a.example/" in patterns
        assert "https://a.example/b" not in patterns
        assert "https://b.example/?https://intern.example/" not in patterns

    def test_the_pieces_do_not_overlap(self) -> None:
        assert "https://a" not in Patterns(["https://a*a"])

    def test_many_stars_take_no_time(self) -> None:
        assert "a" * 5_000 not in Patterns(["*a" * 2_000 + "b"])

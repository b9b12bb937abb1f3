# SPDX-License-Identifier: MIT
"""JSON strings without the json package, so that a user's own json.py is still found first."""

from _json import encode_basestring_ascii


def quote(text):
    """A JSON string. Lone surrogates, which no JSON reader takes, are spelled out as \\udcxx."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-8", "backslashreplace").decode()
    return encode_basestring_ascii(text)


def plain(value):
    """JSON for what the recorder writes: str, int, bool, None, lists and dicts of these."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict):
        return "{" + ",".join([quote(k) + ":" + plain(v) for k, v in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([plain(v) for v in value]) + "]"
    return str(value)

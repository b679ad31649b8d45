"""What the tests of pages share is explained as their own assertions are."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.browser.looking")

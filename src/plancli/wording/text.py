"""What is said of titles and texts."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
    "text-repeats-title": Words(
        N_("the text begins with the title “{title}”, which is printed before it anyway"),
        N_("the title again"),
        N_("delete it from the text"),
        related=N_("the title"),
    ),
    "mixed-punctuation.half-width": Words(
        N_("half-width marks stand in a Chinese text: {marks}"),
        N_("half-width"),
        N_("write full-width marks: ， ； ： ？ ！ （ ） “ ” 。"),
    ),
    "mixed-punctuation.dashes": Words(
        N_("words are joined by different dashes in one text: {marks}"),
        N_("another dash than elsewhere"),
        N_("use one of them throughout; between places and times it is —"),
    ),
}

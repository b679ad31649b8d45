"""What is said of headings, titles and texts."""

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
    "unbalanced-quotes.open": Words(
        N_("{mark} has no {partner} to go with it"),
        N_("opened here"),
        N_("write {partner} where it ends; look also for a mark that is turned the wrong way round"),
    ),
    "unbalanced-quotes.close": Words(
        N_("{mark} has no {partner} to go with it"),
        N_("closed here"),
        N_("write {partner} where it begins; look also for a mark that is turned the wrong way round"),
    ),
    # --- characters --------------------------------------------------------------------------------------
    "invisible-character.indent": Words(
        N_("a line is indented with spaces of another kind: {characters}"),
        N_("typed to indent"),
        N_("delete them: documents are indented when they are printed"),
    ),
    "invisible-character.space": Words(
        N_("spaces that are not ordinary ones stand in a text: {characters}"),
        N_("here first"),
        N_("delete them, or type an ordinary space between words"),
    ),
    "invisible-character.unseen": Words(
        N_("characters that cannot be seen stand in a text: {characters}"),
        N_("here first"),
        N_("delete them, or type the characters before them anew"),
    ),
    "invisible-character.private": Words(
        N_("symbols of a private font stand in a text: {characters}"),
        N_("a box or nothing on other computers"),
        N_("type an ordinary sign in its place, or delete it; it mostly comes from Word"),
    ),
    "invisible-character.lost": Words(
        N_("a character was lost here: {characters}"),
        N_("not known any more"),
        N_("look it up in the document that the text came from"),
    ),
    "not-normalised.width": Words(
        N_("full-width letters or digits stand in a text: {characters}"),
        N_("full-width"),
        N_("type them in half width: else their numbers are not read, and a search does not find them"),
    ),
    "not-normalised.lookalike": Words(
        N_("characters that only look like ordinary ones stand in a text: {characters}"),
        N_("not the ordinary character"),
        N_("type them anew; they mostly come from PDF files"),
    ),
    # --- lines -------------------------------------------------------------------------------------------
    "sentence-per-line.several": Words(
        N_("several sentences stand on one line"),
        N_("another sentence begins"),
        N_("break the line behind 。！？ and the closing marks that follow"),
    ),
    "sentence-per-line.broken": Words(
        N_("a line ends before its sentence does, and is printed as one with the next"),
        N_("no full stop here"),
        N_("join the lines; or end the sentence with 。; or leave an empty line for a new paragraph"),
    ),
    "trailing-space": Words(
        N_("a line of the text ends with spaces"), N_("spaces that nobody sees"), N_("delete them")
    ),
    # --- headings and repetition -------------------------------------------------------------------------
    "empty-heading": Words(
        N_("nothing stands under the heading “{heading}”"),
        N_("takes a number and is printed nowhere"),
        N_("list its tasks under it, or delete it"),
    ),
    "duplicate-title": Words(
        N_("another task has the title “{title}” too"),
        N_("the same title"),
        N_("say in each title what is special about the task; if they are one, merge them"),
        related=N_("the other task"),
    ),
    "duplicate-title.heading": Words(
        N_("another heading beside it reads “{title}” too"),
        N_("the same heading"),
        N_("put the tasks under one of them, or change one"),
        related=N_("the other heading"),
    ),
    "duplicate-text.twice": Words(
        N_("a sentence stands in this text twice"),
        N_("second time"),
        N_("delete one of them"),
        related=N_("first time"),
    ),
    "duplicate-text.same": Words(
        N_("this sentence stands in the task “{title}” too"),
        N_("second time"),
        N_("keep it in the task where it belongs"),
        related=N_("first time"),
    ),
    "duplicate-text.many": Words(
        N_("this sentence stands in {tasks} tasks"),
        N_("second time"),
        N_("keep it in the task where it belongs, or make it a task of its own"),
        related=N_("first time"),
    ),
    "duplicate-text.near": Words(
        N_("almost the same sentence stands in the task “{title}”"),
        N_("changed a little"),
        N_("if they say the same, keep one; if not, say what differs"),
        related=N_("the other wording"),
    ),
    # --- numbers of clauses ------------------------------------------------------------------------------
    "clause-numbering.gap": Words(
        N_("“{marker}” follows “{before}”: a number is left out"),
        N_("a number is missing before it"),
        N_("number the clauses through, or look for the one that was lost"),
        related=N_("the one before"),
    ),
    "clause-numbering.repeated": Words(
        N_("“{marker}” follows “{before}”: a number comes a second time"),
        N_("comes a second time"),
        N_("number the clauses through"),
        related=N_("the one before"),
    ),
    "stated-count": Words(
        N_("“{written}” are announced, and {counted} can be counted"),
        N_("another number than can be counted"),
        N_("correct the number, or look for what was lost"),
    ),
    "stated-count.heading": Words(
        N_("the heading says “{written}”, and {counted} tasks stand under it"),
        N_("another number than the tasks under it"),
        N_("correct the number, or look in the outline for what was lost"),
    ),
}

"""What is said of files and of YAML."""

from __future__ import annotations

from plancli.messages import N_
from plancli.wording.words import Words

WORDS = {
    "unreadable-file.missing": Words(
        N_("the file {file} is missing"), "", N_("create it, or restore it from version control")
    ),
    "unreadable-file.special": Words(
        N_("{file} is no ordinary file but a link, a folder or the like"),
        "",
        N_("put an ordinary text file in its place, or take it out of the folder; links are not followed"),
    ),
    "unreadable-file.denied": Words(
        N_("{file} cannot be read: {reason}"), "", N_("give yourself the right to read it")
    ),
    "invalid-encoding": Words(
        N_("the file is not UTF-8"),
        N_("this cannot be decoded"),
        N_("save it again and choose the encoding UTF-8"),
    ),
    "invalid-encoding.gbk": Words(
        N_("the file is not UTF-8; it looks like GBK (“ANSI” in Windows programs)"),
        N_("this cannot be decoded"),
        N_("open it in Notepad, choose “Save as”, the encoding UTF-8, and save it under the same name"),
    ),
    "invalid-encoding.utf-16": Words(
        N_("the file is not UTF-8; it looks like UTF-16 (“Unicode” in Windows programs)"),
        "",
        N_("open it as UTF-16 (Unicode) and save it as UTF-8"),
    ),
    "invalid-encoding.utf-32": Words(
        N_("the file is not UTF-8; it looks like UTF-32"),
        "",
        N_("open it as UTF-32 and save it as UTF-8"),
    ),
    "invalid-encoding.binary": Words(
        N_("this is no text file; it looks like {kind}"),
        "",
        N_("take it out of the folder; copy its text into a new file that you save as UTF-8"),
    ),
    "file-too-large": Words(
        N_("the file is larger than {limit} bytes and was not read"),
        "",
        N_("a task's file holds one task; split it up, or take it out of the folder"),
    ),
    "file-too-large.nodes": Words(
        N_("the file holds more than {limit} values and was not read to its end"),
        N_("here the limit is reached"),
        N_("a task's file holds one task; split it up, or take it out of the folder"),
    ),
    "forbidden-character": Words(
        N_("a character that cannot be seen or that changes how others are shown: {code} ({name})"),
        N_("here"),
        N_("delete it, and type the text around it anew"),
    ),
    "forbidden-character.many": Words(
        N_("a character that cannot be seen or that changes how others are shown: {code} ({name}), {count} times"),
        N_("here first"),
        N_("delete them all: search for {code}, or type the text anew"),
    ),
    "merge-conflict-marker": Words(
        N_("a merge conflict was not resolved"),
        N_("begins here"),
        N_("keep one of the two wordings and delete the lines with <<<<<<<, ======= and >>>>>>>"),
        related=N_("ends here"),
    ),
    "invalid-yaml.plain": Words(
        N_("this cannot be read as YAML"),
        N_("the reader lost its way here"),
        N_("compare the indentation with the lines around it; put a value with special characters in quotes"),
    ),
    "invalid-yaml.tab": Words(
        N_("a tab stands in the indentation"), N_("tab"), N_("YAML takes only spaces there: two a level")
    ),
    "invalid-yaml.tab-after-dash": Words(
        N_("a tab stands behind the dash of a list entry"), N_("tab"), N_("write a dash and a space")
    ),
    "invalid-yaml.wide-space": Words(
        N_("a space that is not an ordinary one stands in the indentation"),
        N_("no ordinary space"),
        N_("YAML takes only ordinary spaces there: two a level"),
    ),
    "invalid-yaml.full-width-colon": Words(
        N_("a full-width colon stands behind “{key}”"),
        N_("full-width colon"),
        N_("write an ordinary colon and a space: “{key}: ”"),
    ),
    "invalid-yaml.tight-colon": Words(
        N_("there is no space behind the colon of “{key}”"),
        N_("a space is missing here"),
        N_("write a space behind the colon: “{key}: ”"),
    ),
    "invalid-yaml.tight-dash": Words(
        N_("there is no space behind the dash of a list entry"),
        N_("a space is missing here"),
        N_("write a dash and a space"),
    ),
    "invalid-yaml.star": Words(
        N_("a list entry begins with a dash, not with *"), N_("write a dash"), N_("write a dash and a space")
    ),
    "invalid-yaml.no-key": Words(
        N_("this line is no “key: value”"),
        N_("no key"),
        N_("write the key, a colon and a space; a list's entry begins with “- ”, a comment with #"),
    ),
    "invalid-yaml.outdented": Words(
        N_("this line belongs to the text above and is not indented"),
        N_("not indented"),
        N_("indent each line of a text behind | by two spaces"),
    ),
    "invalid-yaml.behind-pipe": Words(
        N_("text stands behind |"),
        N_("this goes on the next line"),
        N_("begin the text on the next line, each line indented by two spaces"),
    ),
    "invalid-yaml.no-colon": Words(
        N_("there is no colon behind “{key}”"),
        N_("a colon is missing here"),
        N_("write a colon and a space: “{key}: ”"),
    ),
    "invalid-yaml.colon-in-value": Words(
        N_("a value holds a colon with a space behind it, so that it reads as another key"),
        N_("this colon"),
        N_("put the whole value in quotes, or write a full-width colon"),
    ),
    "invalid-yaml.text-after-quote": Words(
        N_("text stands behind a closing quotation mark"),
        N_("this does not belong to the value"),
        N_("put the whole value in single quotes '…'; a single quote inside it is written twice"),
    ),
    "invalid-yaml.unclosed": Words(
        N_("{opener} is opened and never closed"),
        N_("opened here"),
        N_("write {closer} where the value ends"),
    ),
    "invalid-yaml.full-width-in-brackets": Words(
        N_("the full-width mark {char} stands in brackets that are never closed"),
        N_("full-width mark"),
        N_("write an ordinary comma and bracket, or one entry a line with a dash before it"),
    ),
    "invalid-yaml.full-width-bracket": Words(
        N_("the full-width bracket {char} is none to YAML"),
        N_("full-width bracket"),
        N_("write one entry a line instead: “- …” in a list, “key: value” otherwise, indented by two spaces"),
    ),
    "invalid-yaml.reserved": Words(
        N_("a value cannot begin with {char}"),
        N_("put the value in quotes"),
        N_('put the whole value in quotes: "{char}…"'),
    ),
    "invalid-yaml.escape": Words(
        N_("{escape} means nothing in a text in double quotes"),
        N_("unknown escape"),
        N_("write a backslash twice, or use single quotes, in which it is itself"),
    ),
    "invalid-yaml.indent": Words(
        N_("this line is not indented like its neighbours"),
        N_("this indentation"),
        N_("indent it like its neighbours: two spaces a level"),
    ),
    "nesting-too-deep": Words(
        N_("lists or mappings stand inside each other more than {limit} deep"),
        N_("here the limit is reached"),
        N_(
            "nothing in a plan is that deep: look for brackets that were not meant as such, and put the value in quotes"
        ),
    ),
    "forbidden-yaml-feature.anchor": Words(
        N_("an anchor (&) is not allowed in a plan"),
        N_("anchor"),
        N_("write out what is meant; a value that begins with & goes in quotes"),
    ),
    "forbidden-yaml-feature.alias": Words(
        N_("an alias (*) is not allowed in a plan"),
        N_("alias"),
        N_("write out what is meant; a value that begins with * goes in quotes"),
        related=N_("this is repeated"),
    ),
    "forbidden-yaml-feature.merge": Words(
        N_("a merge key (<<) is not allowed in a plan"), N_("merge key"), N_("write out what is meant")
    ),
    "forbidden-yaml-feature.tag": Words(
        N_("a tag (!) is not allowed in a plan"),
        N_("tag"),
        N_("leave it out; a value that begins with ! goes in quotes"),
    ),
    "forbidden-yaml-feature.directive": Words(
        N_("a directive (%) is not allowed in a plan"),
        N_("directive"),
        N_("delete the line, and the --- behind it"),
    ),
    "forbidden-yaml-feature.documents": Words(
        N_("a second document begins in this file"),
        N_("second document"),
        N_("keep one document a file: delete the --- or move the rest to a file of its own"),
    ),
    "forbidden-yaml-feature.key": Words(N_("this key is no text"), N_("key"), N_("put the key in quotes")),
    "duplicate-key": Words(
        N_("the key “{key}” stands here a second time"),
        N_("second time"),
        N_("keep one of the two"),
        related=N_("first time"),
    ),
    "duplicate-key.units": Words(
        N_("the key “{key}” stands here a second time"),
        N_("second time"),
        N_("keep one of the two; several units go into one list"),
        related=N_("first time"),
    ),
    "duplicate-key.dash": Words(
        N_("the key “{key}” stands here a second time, as if a new entry began without a dash"),
        N_("second time"),
        N_("if a new entry begins here, write “- ” before the key; otherwise keep one of the two"),
        related=N_("first time"),
    ),
    "folded-value": Words(
        N_("the value goes on here, on a second line, and is joined to one with a space"),
        N_("goes on here"),
        N_("write it on one line; a text of several lines stands behind |, each line indented by two spaces"),
    ),
    "folded-value.entry": Words(
        N_("the entry goes on here, on a second line, and is joined to one with a space"),
        N_("goes on here"),
        N_("if this is an entry of its own, begin it with “- ” right below the dash above it; else write one line"),
    ),
    "file-too-large.faults": Words(
        N_("the file has more than {limit} faults; the others are not told"),
        N_("from here on"),
        N_("mend those that are told and run again; if the file does not belong here, take it out of the folder"),
    ),
}

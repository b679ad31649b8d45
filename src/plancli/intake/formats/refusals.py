"""Why a document is not read, and what the person can do."""

from __future__ import annotations

from plancli.errors import PlancliError
from plancli.messages import N_


class RefusedDocumentError(PlancliError):
    """A document that cannot be read at all; `path` is among the facts of every one of them."""


class UnreadableDocumentError(RefusedDocumentError):
    """The system does not give the file; `reason` is its word for why."""

    message = N_("{path} cannot be read: {reason}")
    help = N_("check that the file exists and that you may read it")


class TooLargeDocumentError(RefusedDocumentError):
    """The file, or what it unpacks to, is larger than any plan; `limit` says what is read."""

    message = N_("{path} is too large: at most {limit} are read")
    help = N_("take out its pictures and what is no part of the plan, or split it, and try again")


class TooManyRowsError(TooLargeDocumentError):
    """A table has more rows than any plan has tasks."""

    message = N_("{path} has too many rows: at most {limit} are read")


class TooManyCellsError(TooLargeDocumentError):
    """A table has more cells than any plan's."""

    message = N_("{path} has too many cells: at most {limit} are read")


class TooManyPartsError(TooLargeDocumentError):
    """The file is made of more parts than any plan's: tags, lines, drawn objects."""

    message = N_("{path} is made of too many parts: at most {limit} are read")


class OldWordError(RefusedDocumentError):
    """A .doc, .wps or .rtf file."""

    message = N_("{path} is in an old format of Word or WPS, which is not read")
    help = N_("open it in Word or WPS and save it as .docx")


class OldSpreadsheetError(RefusedDocumentError):
    """An .xls or .et file, or an .xlsb."""

    message = N_("{path} is in an old or binary format of Excel or WPS, which is not read")
    help = N_("open it in Excel or WPS and save it as .xlsx")


class NoTextLayerError(RefusedDocumentError):
    """A PDF file that is pictures of pages, or whose characters nobody can name."""

    message = N_("{path} has no text that can be read: it is a scan, or its fonts do not say their characters")
    help = N_("ask for the Word file, or have the text recognized (OCR) and save it as .docx")


class UnclearTableError(RefusedDocumentError):
    """A PDF file with a table whose lines do not say where its cells are; `page` says where."""

    message = N_("{path}, page {page}: the lines do not show where the cells of the table begin and end")
    help = N_("ask for the Word file, or open the file in Word or WPS, save it as .docx and check its table")


class ProtectedDocumentError(RefusedDocumentError):
    """A document with a password."""

    message = N_("{path} is protected by a password")
    help = N_("open it, take the password off, save it, and try again")


class UnknownFormatError(RefusedDocumentError):
    """A file of no kind that is read."""

    message = N_("{path} is none of the kinds of documents that are read")
    help = N_("save it as .docx, .xlsx, .pdf, .csv, .html, .md or .txt")


class NoTextError(RefusedDocumentError):
    """Bytes that are no text in any encoding that is read."""

    message = N_("{path} is not a text in UTF-8, UTF-16 or GB18030")
    help = N_("open it in an editor and save it as UTF-8; if it is no text at all, save it as .docx or .xlsx")


class DamagedDocumentError(RefusedDocumentError):
    """A document whose insides do not fit together."""

    message = N_("{path} is damaged, or not what its name says")
    help = N_("open it in the program for such files (Word, Excel, WPS), save it under a new name, and try again")


class EmptyDocumentError(RefusedDocumentError):
    """A file without content, as a broken download leaves it."""

    message = N_("{path} is empty")
    help = N_("get the file again from where it came, and look at its size")


class UnsafeDocumentError(RefusedDocumentError):
    """A document with a document type declaration, which no program for documents writes."""

    message = N_("{path} declares XML entities, as only files made for attacks do: it is not read")
    help = N_("ask for the document again, from somebody you know")


class BadQuotesError(RefusedDocumentError):
    """A .csv file whose quotes do not match: nobody knows where its cells end."""

    message = N_("the quotation marks in {path} do not match, so it is unclear where its cells end")
    help = N_('put a cell that has " in it between ", and write each " inside as ""; or save it as .xlsx')


class MissingReaderError(RefusedDocumentError):
    """The library for a format is not installed; `extra` names it."""

    message = N_("to read {path}, plancli needs its extra {extra}, which is not installed")
    help = N_("install it: pip install 'plancli[{extra}]'")

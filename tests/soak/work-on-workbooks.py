"""Works on workbooks by LibreOffice's own means, as a clerk at its window would.

python3 work-on-workbooks.py jobs.json
jobs.json: a list of {open, steps, save, looks}. A step is [name, ...what it needs], see `steps`; `save` is ending -> path,
`looks` asks what is seen: `locked` and `open` cells, `rules` and `marks` at addresses. Says on the last line, as JSON, what
was seen of each job.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.CellDeleteMode import ROWS as DELETE_ROWS
from com.sun.star.table import TableSortField


def named(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def type_cells(document, sheet, cells):
    """As the keyboard does: LibreOffice decides what it is, but a cell of text takes text."""
    for at, value in cells.items():
        sheet.getCellRangeByName(at).FormulaLocal = str(value)


def set_format(document, sheet, at, code):
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    formats = document.NumberFormats
    known = formats.queryKey(code, locale, False)
    sheet.getCellRangeByName(at).NumberFormat = formats.addNew(code, locale) if known == -1 else known


def sort(document, sheet, area, column):
    field = TableSortField()
    field.Field, field.IsAscending = column, False
    sorting = (named("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))), named("ContainsHeader", False))
    sheet.getCellRangeByName(area).sort(sorting)


def hide_rows(document, sheet, first, last):
    for row in range(first - 1, last):
        sheet.Rows.getByIndex(row).IsVisible = False


steps = {
    "type": type_cells,
    "format": set_format,
    "unprotect": lambda document, sheet: sheet.unprotect(""),
    "clear": lambda document, sheet, area: sheet.getCellRangeByName(area).clearContents(1 | 2 | 4 | 16),
    "insert-column": lambda document, sheet, place: sheet.Columns.insertByIndex(place, 1),
    "remove-column": lambda document, sheet, place: sheet.Columns.removeByIndex(place, 1),
    "insert-rows": lambda document, sheet, row, count: sheet.Rows.insertByIndex(row - 1, count),
    "remove-rows": lambda document, sheet, row, count: sheet.Rows.removeByIndex(row - 1, count),
    "move": lambda document, sheet, to, area: sheet.moveRange(
        sheet.getCellRangeByName(to).CellAddress, sheet.getCellRangeByName(area).RangeAddress
    ),
    "rename": lambda document, sheet, name: setattr(sheet, "Name", name),
    "copy-sheet": lambda document, sheet, name: document.Sheets.copyByName(sheet.Name, name, 1),
    "add-sheet": lambda document, sheet, name: document.Sheets.insertNewByName(name, 0),
    "remove-sheet": lambda document, sheet, name: document.Sheets.removeByName(name),
    "merge": lambda document, sheet, area: sheet.getCellRangeByName(area).merge(True),
    "unmerge": lambda document, sheet, area: sheet.getCellRangeByName(area).merge(False),
    "hide-rows": hide_rows,
    "sort": sort,
}

filters = {
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
    "xls": "MS Excel 97",
    "et": "MS Excel 97",
    "csv": "Text - txt - csv (StarCalc)",
    "pdf": "calc_pdf_Export",
}


def seen(document, sheet, looks):
    cell = sheet.getCellRangeByName
    notes = {}
    for index in range(sheet.Annotations.Count):
        note = sheet.Annotations.getByIndex(index)
        notes[note.Position.Row, note.Position.Column] = note.String
    place = lambda at: (cell(at).CellAddress.Row, cell(at).CellAddress.Column)
    return {
        "isProtected": bool(sheet.isProtected()),
        "locked": [at for at in looks.get("locked", []) if cell(at).CellProtection.IsLocked],
        "open": [at for at in looks.get("open", []) if not cell(at).CellProtection.IsLocked],
        "rules": {at: cell(at).Validation.ErrorMessage for at in looks.get("rules", [])},
        "marks": {at: [f"{cell(at).CellBackColor & 0xFFFFFF:06X}", notes.get(place(at), "")] for at in looks.get("marks", [])},
        "kinds": {at: cell(at).Type.value for at in looks.get("kinds", [])},
        "formats": {at: document.NumberFormats.getByKey(cell(at).NumberFormat).FormatString for at in looks.get("formats", [])},
        "hidden": [name for name in document.Sheets.ElementNames if not document.Sheets.getByName(name).IsVisible],
    }


def worked(desktop, job):
    document = desktop.loadComponentFromURL(url(job["open"]), "_blank", 0, (named("Hidden", True),))
    if document is None:
        raise SystemExit(f"LibreOffice does not open {job['open']}")
    sheet = next(each for each in (document.Sheets.getByIndex(place) for place in range(document.Sheets.Count)) if each.IsVisible)
    for name, *given in job.get("steps", []):
        steps[name](document, sheet, *given)
    said = seen(document, sheet, job.get("looks", {}))
    for ending, path in job.get("save", {}).items():
        password = job.get("password")
        more = (named("Password", password),) if password else ()
        document.storeToURL(url(path), (named("FilterName", filters[ending]), *more))
    document.close(True)
    return said


jobs = json.load(open(sys.argv[1], encoding="utf-8"))
with tempfile.TemporaryDirectory() as profile:
    pipe = f"beizeng{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={url(profile)}", f"--accept=pipe,name={pipe};urp;"]
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        print(json.dumps([worked(desktop, job) for job in jobs], ensure_ascii=False))
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        office.terminate()
        office.wait(30)

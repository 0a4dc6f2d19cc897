"""Fills in a downloaded form by LibreOffice's own means, and stores it as .xlsx, .ods and .xls.

python3 fill-workbook.py form.xlsx folder cells.json
cells.json: address -> number or text, as a clerk types them. Says on the last line, as JSON, whether the sheet is
protected, which of the addresses in `locked` are locked and which of `cells` open, what the validation at those of `rules`
says, and which sheets are hidden.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

form, folder, cells_file = sys.argv[1:4]
asked = json.load(open(cells_file, encoding="utf-8"))


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


def typed(cell, value):
    """As the keyboard does: LibreOffice decides what it is."""
    cell.setFormula(str(value))


with tempfile.TemporaryDirectory() as profile:
    pipe = f"beizeng{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={url(profile)}", f"--accept=pipe,name={pipe};urp;"]
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(url(form), "_blank", 0, (named("Hidden", True),))
        sheet = document.Sheets.getByName("填报表")
        is_protected = bool(sheet.isProtected())
        for address, value in asked["cells"].items():
            typed(sheet.getCellRangeByName(address), value)
        locked = [at for at in asked.get("locked", []) if sheet.getCellRangeByName(at).CellProtection.IsLocked]
        open_cells = [at for at in asked["cells"] if not sheet.getCellRangeByName(at).CellProtection.IsLocked]
        rules = {at: sheet.getCellRangeByName(at).Validation.ErrorMessage for at in asked.get("rules", [])}
        hidden = [name for name in document.Sheets.ElementNames if not document.Sheets.getByName(name).IsVisible]
        filters = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
        for ending, filter_name in filters.items():
            document.storeToURL(url(os.path.join(folder, f"filled.{ending}")), (named("FilterName", filter_name),))
        document.close(True)
        print(json.dumps({"isProtected": is_protected, "locked": locked, "open": open_cells, "rules": rules, "hidden": hidden}, ensure_ascii=False))
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        office.terminate()
        office.wait(30)

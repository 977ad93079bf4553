#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as Word documents, written by python-docx and by LibreOffice, and hostile packages.

    check-plan-docx.py PLAN_DUMP

TAP on standard output.
"""
import os
import tempfile
import zipfile

from documents import check_damaged, check_plan, convert, finish, ok, refused, write_plan

DOCUMENT = ('<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            '<w:body>%s</w:body></w:document>')


def package(path, body, head="", extra=()):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", DOCUMENT % (head, body))
        for name, data in extra:
            out.writestr(name, data)


def check_hostile(folder):
    path = os.path.join(folder, "h.docx")
    paragraph = "<w:p><w:r><w:t>Một.</w:t></w:r></w:p>"
    package(path, paragraph, '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>')
    refused(path, "document type")
    package(path, "<w:p>" * 100000)
    refused(path, "endless nesting")
    package(path, "<w:tbl><w:tr><w:tc>" * 100 + "</w:tc></w:tr></w:tbl>" * 100)
    refused(path, "tables in tables")
    package(path, paragraph, extra=[("word/numbering.xml", b"\0" * (64 << 20))])
    refused(path, "bomb by ratio")
    package(path, paragraph, extra=[(f"a{i}", "") for i in range(5000)])
    refused(path, "too many entries")
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("xl/workbook.xml", "<a/>")
    refused(path, "a workbook")
    package(path, paragraph)
    check_damaged(path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.docx")
        try:
            write_plan(path)
        except ImportError:
            ok(True, "python-docx # SKIP not installed")
        else:
            check_plan(path, "python-docx")
            again = convert(folder, path, "docx")
            if again is not None:
                check_plan(again, "LibreOffice")
        check_hostile(folder)
    finish()


if __name__ == "__main__":
    main()

"""A report as one HTML page without scripts, with a table of the numbers beside each plot."""

from __future__ import annotations

from html import escape

from kiosk.usage.report_content import Report, ReportSection, ReportTable, format_value

_STYLE = """
body { font: 17px/1.5 "Noto Sans", sans-serif; color: #16243A; background: #FAF6EE; margin: 0 auto;
       max-width: 84rem; padding: 1.5rem; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.3rem; margin: .8rem 0 .4rem; }
section { background: #fff; border: 1px solid #C9C2B2; border-radius: 12px; padding: .2rem 1.4rem 1.2rem;
          margin: 1.2rem 0; }
.pair { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
.pair > figure { flex: 0 1 580px; margin: 0; min-width: 0; }
.pair > .table { flex: 1 1 26rem; overflow-x: auto; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; } caption { text-align: start; font-weight: 700; padding-bottom: .3rem; }
th, td { border-bottom: 1px solid #C9C2B2; padding: .2rem .9rem .2rem 0; text-align: start;
         vertical-align: top; }
td { font-variant-numeric: tabular-nums; }
.made-up { background: #7A1F12; color: #fff; font-size: 1.2rem; padding: .6rem 1.4rem; border-radius: 12px; }
@media print { section { break-inside: avoid; } body { background: #fff; } }
"""


def html_page(report: Report) -> str:
    """Return a report as HTML."""
    title = escape(report.title)
    warning = f'<p class="made-up" role="note"><strong>{escape(report.warning)}</strong></p>'
    parts = [
        warning if report.made_up else "",
        *(_section(each, report.language) for each in report.sections),
    ]
    notes = "".join(f"<p>{escape(note)}</p>" for note in report.notes)
    return (
        f'<!DOCTYPE html><html lang="{report.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{''.join(parts)}</main><footer>{notes}</footer></body></html>\n"
    )


def _section(section: ReportSection, language: str) -> str:
    words = "".join(f"<p>{escape(sentence)}</p>" for sentence in section.sentences)
    plot = f"<figure>{section.plot}</figure>" if section.plot else ""
    table = (
        f'<div class="table">{_table(section.heading, section.table, language)}</div>'
        if section.table
        else ""
    )
    pair = f'<div class="pair">{plot}{table}</div>' if plot or table else ""
    return f"<section><h2>{escape(section.heading)}</h2>{words}{pair}</section>"


def _table(caption: str, table: ReportTable, language: str) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        + "".join(f"<td>{escape(format_value(value, language))}</td>" for value in rest)
        + "</tr>"
        for first, *rest in table.rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )

"""Makes PDFs that attack their reader, small enough to be made anew for each test."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence

MEBIBYTE = 1 << 20


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"", times: int = 0) -> bytes:
    """A stream object; deflated `times` times over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/Filter [%s]" % (b" /FlateDecode" * times) if times else b""
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(content), filters, entries, content)


def one_page(
    content: bytes,
    *,
    box: bytes = b"0 0 595 842",
    catalog: bytes = b"",
    resources: bytes = b"",
    extra: Sequence[bytes] = (),
) -> bytes:
    """A PDF of one page with the content stream object `content` (number 4); `extra` begins at number 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
            % (box, resources),
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *extra,
        ]
    )


def text(words: bytes = b"Undangan rapat koordinasi") -> bytes:
    """A content stream with a line of text."""
    return stream(b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % words)


def bomb() -> bytes:
    """300 MB of content in 300 KB, deflated twice."""
    return one_page(stream(b"q Q " * (75 * MEBIBYTE), times=2))


def image_bomb() -> bytes:
    """One picture of 40,000 x 40,000 pixels."""
    side = 40_000
    image = stream(
        bytes(side * side // 8),
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray"
        % (side, side),
        times=1,
    )
    content = stream(b"595 0 0 842 0 0 cm /Im Do")
    return one_page(content, resources=b"/XObject << /Im 6 0 R >>", extra=[image])


def many_objects() -> bytes:
    """A page of 60,000 tiny rectangles and letters."""
    tiny = b"".join(
        b"%d %d 1 1 re f BT /F1 2 Tf %d %d Td (x) Tj ET\n" % (i % 590, i % 840, i % 590, i % 840) for i in range(60_000)
    )
    return one_page(stream(tiny, times=1))


def many_pages() -> bytes:
    """3,000 near-empty pages."""
    count = 3000
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>"
    catalog, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([catalog, pages, stream(b"0 0 1 1 re f"), *[page] * count])


def page_loop() -> bytes:
    """A page tree whose node is its own child."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def form_loop() -> bytes:
    """A form that draws itself, twice each time."""
    form = stream(
        b"/Fx Do /Fx Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fx 6 0 R >> >>"
    )
    return one_page(stream(b"/Fx Do"), resources=b"/XObject << /Fx 6 0 R >>", extra=[form])


def deep_nesting() -> bytes:
    """Arrays within arrays, 200,000 deep, in the catalog and in the page's content."""
    deep = b"[" * 200_000 + b"]" * 200_000
    return one_page(stream(deep), catalog=b"/Deep " + deep)


def huge_page() -> bytes:
    """A page of 200 inches and more by as many, with a word far out."""
    return one_page(stream(b"BT /F1 9000 Tf 900000 900000 Td (A) Tj ET"), box=b"-1000000 -1000000 1000000 1000000")


def empty_page_box() -> bytes:
    """A page without any size."""
    return one_page(text(), box=b"0 0 0 0")


def script() -> bytes:
    """JavaScript that runs on opening, and a command to launch a program."""
    action = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>"
    names = b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(2\\)) >>] >> >>"
    return one_page(text(), catalog=action + names)


def attachment() -> bytes:
    """A file within the file."""
    names = b"/Names << /EmbeddedFiles << /Names [(virus.exe) 6 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (virus.exe) /EF << /F 7 0 R >> >>"
    return one_page(text(), catalog=names, extra=[spec, stream(b"MZ...", b"/Type /EmbeddedFile")])


def wrong_lengths() -> bytes:
    """A stream that claims to be 2 GB, and an xref that points past the end."""
    content = b"<< /Length 2147483647 >>\nstream\nBT ET\nendstream"
    return one_page(content).replace(b"0000000009 00000 n", b"9999999999 00000 n")


def garbage() -> bytes:
    """A PDF's head and end with noise between."""
    return b"%PDF-1.4\n" + bytes(range(256)) * 400 + b"\nstartxref\n99999999\n%%EOF\n"


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        bomb,
        image_bomb,
        many_objects,
        many_pages,
        page_loop,
        form_loop,
        deep_nesting,
        huge_page,
        empty_page_box,
        script,
        attachment,
        wrong_lengths,
        garbage,
    )
}
"""Every sample by its name."""

"""Drawn paths as rules."""

from math import cos, pi, sin

from extractors.pages.strokes import Canvas, Contour


def arcs(width: float, height: float, radius: float) -> list[tuple[float, float]]:
    """A rectangle with rounded corners, point by point."""
    corners = ((width - radius, radius), (width - radius, height - radius), (radius, height - radius), (radius, radius))
    return [
        (x + radius * cos((corner - 1 + step / 8) * pi / 2), y + radius * sin((corner - 1 + step / 8) * pi / 2))
        for corner, (x, y) in enumerate(corners)
        for step in range(9)
    ]


def test_the_sides_of_a_rectangle_with_rounded_corners_are_rules_and_a_circle_has_none() -> None:
    canvas = Canvas()
    canvas.stroke([Contour(arcs(60, 20, 4), True, True)], 0.75)
    assert sorted((round(rule.x0), round(rule.x1)) for rule in canvas.rules) == [(0, 0), (0, 60), (0, 60), (60, 60)]
    canvas = Canvas()
    canvas.stroke([Contour(arcs(40, 40, 20), True, True)], 0.75)
    assert not canvas.rules

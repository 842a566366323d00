using System.Globalization;

namespace Dashboard.Charts;

/// <summary>Outlines of the marks that charts and their keys share.</summary>
internal static class ChartShapes
{
    public static string Diamond(double x, double y, double size) => string.Create(
        CultureInfo.InvariantCulture,
        $"M{x:0.#} {y - size:0.#}L{x + size:0.#} {y:0.#}L{x:0.#} {y + size:0.#}L{x - size:0.#} {y:0.#}Z");
}

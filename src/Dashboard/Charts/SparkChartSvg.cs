namespace Dashboard.Charts;

/// <summary>A small chart without axes for a list: the shape of the recent past, its alarms and its part-period. The numbers stand beside it.</summary>
public static class SparkChartSvg
{
    private const int Width = 240;
    private const int Height = 60;
    private const int Margin = 7;
    private const double AlarmSize = 5;

    public static string Draw(string id, string title, IReadOnlyList<ChartPoint> points)
    {
        SvgWriter svg = new();
        svg.Open($"svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{id}-title\"");
        svg.Text($"title id=\"{id}-title\"", title);
        ChartPoint[] known = [.. points.Where(point => point.Value is not null)];
        if (known.Length == 0)
        {
            return svg.Close("svg").ToString();
        }

        double largest = Math.Max(1, known.Max(point => Math.Max(point.Value!.Value, point.Upper ?? 0)));
        DateOnly first = known[0].Period.Start;
        int days = Math.Max(1, known[^1].Period.Start.DayNumber - first.DayNumber);
        double X(ChartPoint point) => Margin + ((point.Period.Start.DayNumber - first.DayNumber) / (double)days * (Width - (2 * Margin)));
        double Y(double value) => Height - Margin - (value / largest * (Height - (2 * Margin)));
        string At(ChartPoint point, double value) => FormattableString.Invariant($"{X(point):0.#},{Y(value):0.#}");

        ChartPoint[] ranged = [.. known.Where(point => point is { Lower: not null, Upper: not null })];
        string band = string.Join(' ', ranged.Select(point => At(point, point.Upper!.Value)).Concat(ranged.Reverse().Select(point => At(point, point.Lower!.Value))));
        svg.Empty($"polygon points=\"{band}\" fill=\"{ChartColours.Range}\"");
        string line = string.Join(' ', known.Where(point => !point.IsPartial).Select(point => At(point, point.Value!.Value)));
        svg.Empty($"polyline points=\"{line}\" fill=\"none\" stroke=\"{ChartColours.Observed}\" stroke-width=\"2\" stroke-linejoin=\"round\"");
        foreach (ChartPoint point in known.Where(point => point.IsAlarm))
        {
            svg.Empty($"path d=\"{ChartShapes.Diamond(X(point), Y(point.Value!.Value), AlarmSize)}\" fill=\"{ChartColours.Alarm}\" stroke=\"{ChartColours.Paper}\"");
        }

        foreach (ChartPoint point in known.Where(point => point.IsPartial))
        {
            svg.Empty($"circle cx=\"{X(point)}\" cy=\"{Y(point.Value!.Value)}\" r=\"3.5\" fill=\"{ChartColours.Paper}\" stroke=\"{ChartColours.Observed}\" stroke-width=\"1.5\"");
        }

        return svg.Close("svg").ToString();
    }
}

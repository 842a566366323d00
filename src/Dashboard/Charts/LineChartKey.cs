namespace Dashboard.Charts;

/// <summary>The key above a line chart: only what the chart really shows, each with its shape.</summary>
internal static class LineChartKey
{
    private const int SwatchWidth = 26;
    private const int SwatchGap = 6;
    private const int EntryGap = 18;

    // An average letter of Arial is half its size wide.
    private const double LetterWidth = 0.5;
    private const double LineHeight = 1.6;

    public static int Lines(LineChart chart, ChartSize size) =>
        chart.ShowsKey ? Place(chart, size.Width, size.FontSize).Select(entry => entry.Line).LastOrDefault(-1) + 1 : 0;

    public static void Draw(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        if (!chart.ShowsKey)
        {
            return;
        }

        foreach ((string name, Mark mark, double x, int line) in Place(chart, frame.Width, frame.FontSize))
        {
            double y = (line + 0.5) * frame.FontSize * LineHeight;
            DrawMark(svg, mark, x, y);
            svg.Text($"text x=\"{x + SwatchWidth + SwatchGap}\" y=\"{y + (frame.FontSize * 0.35)}\" fill=\"{ChartColours.Text}\"", name);
        }
    }

    private static IEnumerable<(string Name, Mark Mark, double X, int Line)> Place(LineChart chart, int width, int fontSize)
    {
        double x = 0;
        int line = 0;
        foreach ((string name, Mark mark) in Entries(chart))
        {
            double needed = SwatchWidth + SwatchGap + (name.Length * fontSize * LetterWidth) + EntryGap;
            if (x > 0 && x + needed - EntryGap > width)
            {
                x = 0;
                line++;
            }

            yield return (name, mark, x, line);
            x += needed;
        }
    }

    private static IEnumerable<(string Name, Mark Mark)> Entries(LineChart chart)
    {
        yield return ("observed", Mark.Line);
        if (chart.Points.Any(point => point.Expected is not null))
        {
            yield return ("expected", Mark.Dashes);
        }

        if (chart.Points.Any(point => point.Upper is not null))
        {
            yield return ("usual range", Mark.Band);
        }

        if (chart.Points.Any(point => point.IsAlarm))
        {
            yield return ("outside the usual range", Mark.Diamond);
        }

        if (chart.Points.Any(point => point.IsPartial))
        {
            yield return ("not complete yet", Mark.Hollow);
        }
    }

    private static void DrawMark(SvgWriter svg, Mark mark, double x, double y)
    {
        double middle = x + (SwatchWidth / 2.0);
        double end = x + SwatchWidth;
        switch (mark)
        {
            case Mark.Line:
                svg.Empty($"line x1=\"{x}\" x2=\"{end}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{ChartColours.Observed}\" stroke-width=\"2.5\"");
                break;
            case Mark.Dashes:
                svg.Empty($"line x1=\"{x}\" x2=\"{end}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{ChartColours.Expected}\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"");
                break;
            case Mark.Band:
                svg.Empty($"rect x=\"{x}\" y=\"{y - 6}\" width=\"{SwatchWidth}\" height=\"12\" fill=\"{ChartColours.Range}\"");
                break;
            case Mark.Diamond:
                svg.Empty($"path d=\"{ChartShapes.Diamond(middle, y, 6)}\" fill=\"{ChartColours.Alarm}\"");
                break;
            default:
                svg.Empty($"line x1=\"{x}\" x2=\"{end}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{ChartColours.Observed}\" stroke-width=\"2.5\" stroke-dasharray=\"2 4\"");
                svg.Empty($"circle cx=\"{middle}\" cy=\"{y}\" r=\"4.5\" fill=\"{ChartColours.Paper}\" stroke=\"{ChartColours.Observed}\" stroke-width=\"2\"");
                break;
        }
    }

    private enum Mark
    {
        Line,
        Dashes,
        Band,
        Diamond,
        Hollow,
    }
}

namespace Dashboard.Charts;

/// <summary>
/// Draws a line chart: the expected range as a band, the observed values as a line, alarms as labelled diamonds, periods that are not over as hollow
/// circles on a dashed line.
/// </summary>
public static class LineChartSvg
{
    private const double LineWidth = 2.5;
    private const double DotRadius = 3.5;
    private const double AlarmSize = 6;

    // Above this many periods a dot for each would hide the line.
    private const int MostDots = 40;

    public static string Draw(LineChart chart, ChartSize size)
    {
        SvgWriter svg = new();
        string id = $"{chart.Id}-{size.Name}";
        svg.Open($"svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size.Width} {size.Height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\" font-family=\"arial, sans-serif\" font-size=\"{size.FontSize}\"");
        svg.Text($"title id=\"{id}-title\"", chart.Title);
        svg.Text($"desc id=\"{id}-text\"", chart.Summary);
        svg.Empty($"rect width=\"{size.Width}\" height=\"{size.Height}\" fill=\"{ChartColours.Paper}\"");

        ChartFrame frame = ChartFrame.For(chart, size);
        LineChartKey.Draw(svg, chart, frame);
        DrawAxes(svg, frame);
        DrawTarget(svg, chart, frame);
        DrawRange(svg, chart, frame);
        DrawExpected(svg, chart, frame);
        DrawObserved(svg, chart, frame);
        DrawMarks(svg, chart, frame);
        return svg.Close("svg").ToString();
    }

    private static void DrawAxes(SvgWriter svg, ChartFrame frame)
    {
        foreach (double tick in frame.Values.Ticks)
        {
            double y = frame.Y(tick);
            string colour = tick == 0 ? ChartColours.Text : ChartColours.Grid;
            svg.Empty($"line x1=\"{frame.Left}\" x2=\"{frame.Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{colour}\"");
            svg.Text($"text x=\"{frame.Left - 6}\" y=\"{y + (frame.FontSize * 0.35)}\" text-anchor=\"end\" fill=\"{ChartColours.SecondaryText}\"", ChartNumber.WriteTick(tick, frame.Format));
        }

        foreach (DateTick tick in frame.Dates.Ticks)
        {
            double x = frame.X(tick.Day);
            svg.Empty($"line x1=\"{x}\" x2=\"{x}\" y1=\"{frame.Bottom}\" y2=\"{frame.Bottom + 5}\" stroke=\"{ChartColours.Text}\"");
            svg.Text($"text x=\"{x}\" y=\"{frame.Bottom + 6 + frame.FontSize}\" text-anchor=\"middle\" fill=\"{ChartColours.SecondaryText}\"", tick.Text);
            if (tick.SecondLine is { } year)
            {
                svg.Text($"text x=\"{x}\" y=\"{frame.Bottom + 8 + (2 * frame.FontSize)}\" text-anchor=\"middle\" fill=\"{ChartColours.SecondaryText}\"", year);
            }
        }
    }

    private static void DrawTarget(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        if (chart.Target is not { } target || target > frame.Values.Maximum)
        {
            return;
        }

        double y = frame.Y(target);
        svg.Empty($"line x1=\"{frame.Left}\" x2=\"{frame.Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{ChartColours.Text}\" stroke-dasharray=\"8 4\"");
        svg.Text($"text x=\"{frame.Right}\" y=\"{y - 5}\" text-anchor=\"end\" fill=\"{ChartColours.Text}\"", chart.TargetName ?? ChartNumber.Write(target, chart.Format));
    }

    private static void DrawRange(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        foreach (List<ChartPoint> run in Runs(chart.Points, point => point is { Lower: not null, Upper: not null }))
        {
            IEnumerable<string> upper = run.Select(point => frame.At(point.Period, point.Upper!.Value));
            IEnumerable<string> lower = Enumerable.Reverse(run).Select(point => frame.At(point.Period, point.Lower!.Value));
            svg.Empty($"polygon points=\"{string.Join(' ', upper.Concat(lower))}\" fill=\"{ChartColours.Range}\"");

            // The fill alone is too faint against white for everyone to see: its upper edge carries the contrast.
            svg.Empty($"polyline points=\"{string.Join(' ', upper)}\" fill=\"none\" stroke=\"{ChartColours.RangeEdge}\"");
        }
    }

    private static void DrawExpected(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        foreach (List<ChartPoint> run in Runs(chart.Points, point => point.Expected is not null))
        {
            string points = string.Join(' ', run.Select(point => frame.At(point.Period, point.Expected!.Value)));
            svg.Empty($"polyline points=\"{points}\" fill=\"none\" stroke=\"{ChartColours.Expected}\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"");
        }
    }

    private static void DrawObserved(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        foreach (List<ChartPoint> run in Runs(chart.Points, point => point is { Value: not null, IsPartial: false }))
        {
            DrawLine(svg, frame, run, dash: "none");
        }

        // Into a part-period the line is dashed, so that nobody reads it as a fall. One at the beginning of the range stands alone.
        foreach ((ChartPoint left, ChartPoint right) in chart.Points.Zip(chart.Points.Skip(1)))
        {
            if (right.IsPartial && left.Value is not null && right.Value is not null)
            {
                DrawLine(svg, frame, [left, right], dash: "2 4");
            }
        }
    }

    private static void DrawLine(SvgWriter svg, ChartFrame frame, IEnumerable<ChartPoint> points, string dash)
    {
        string coordinates = string.Join(' ', points.Select(point => frame.At(point.Period, point.Value!.Value)));
        svg.Empty($"polyline points=\"{coordinates}\" fill=\"none\" stroke=\"{ChartColours.Observed}\" stroke-width=\"{LineWidth}\" stroke-linejoin=\"round\" stroke-dasharray=\"{dash}\"");
    }

    private static void DrawMarks(SvgWriter svg, LineChart chart, ChartFrame frame)
    {
        bool hasDots = chart.Points.Count <= MostDots;
        foreach (ChartPoint point in chart.Points.Where(point => point.Value is not null))
        {
            double x = frame.X(point.Period.Start);
            double y = frame.Y(point.Value!.Value);
            if (point.IsAlarm)
            {
                svg.Empty($"path d=\"{ChartShapes.Diamond(x, y, AlarmSize)}\" fill=\"{ChartColours.Alarm}\" stroke=\"{ChartColours.Paper}\"");
            }
            else if (point.IsPartial)
            {
                svg.Empty($"circle cx=\"{x}\" cy=\"{y}\" r=\"{DotRadius + 1}\" fill=\"{ChartColours.Paper}\" stroke=\"{ChartColours.Observed}\" stroke-width=\"2\"");
            }
            else if (hasDots)
            {
                svg.Empty($"circle cx=\"{x}\" cy=\"{y}\" r=\"{DotRadius}\" fill=\"{ChartColours.Observed}\"");
            }
        }
    }

    private static IEnumerable<List<ChartPoint>> Runs(IReadOnlyList<ChartPoint> points, Func<ChartPoint, bool> belongs)
    {
        List<ChartPoint> run = [];
        foreach (ChartPoint point in points)
        {
            if (belongs(point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}

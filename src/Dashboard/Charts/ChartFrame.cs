using System.Globalization;
using Insights.Complaints;

namespace Dashboard.Charts;

/// <summary>Where things lie in one drawing: its margins, its axes, and the way from a date and a value to a point.</summary>
internal sealed class ChartFrame
{
    // Widths in characters: a digit of Arial is a little over half its size wide.
    private const double DigitWidth = 0.58;
    private const int Gap = 8;
    private const double KeyLineHeight = 1.6;

    // Room above the highest point, so that its mark is not cut.
    private const double Headroom = 1.03;

    private ChartFrame(ChartSize size, ValueFormat format, DateAxis dates, ValueAxis values, int keyLines)
    {
        Format = format;
        FontSize = size.FontSize;
        Dates = dates;
        Values = values;
        int longest = values.Ticks.Max(tick => ChartNumber.WriteTick(tick, format).Length);
        Left = Gap + Math.Ceiling(longest * FontSize * DigitWidth);
        Right = size.Width - Gap - FontSize;
        Top = Gap + 2 + (keyLines * FontSize * KeyLineHeight);
        Bottom = size.Height - Gap - (FontSize * 2.2);
        Width = size.Width;
    }

    public ValueFormat Format { get; }

    public int FontSize { get; }

    public int Width { get; }

    public DateAxis Dates { get; }

    public ValueAxis Values { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public static ChartFrame For(LineChart chart, ChartSize size)
    {
        DateAxis dates = DateAxis.Between(chart.Points[0].Period.Start, chart.Points[^1].Period.Start, size.MaximumDateTicks);
        double largest = chart.SharedMaximum ?? Math.Max(chart.Largest, chart.Target ?? 0);
        return new ChartFrame(size, chart.Format, dates, ValueAxis.Covering(largest * Headroom, chart.Format, size.MaximumValueSteps), LineChartKey.Lines(chart, size));
    }

    public double X(DateOnly day) => Left + (Dates.Position(day) * (Right - Left));

    public double Y(double value) => Bottom - (Math.Min(value, Values.Maximum) / Values.Maximum * (Bottom - Top));

    public string At(Period period, double value) => string.Create(CultureInfo.InvariantCulture, $"{X(period.Start):0.#},{Y(value):0.#}");
}

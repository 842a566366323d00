namespace Dashboard.Charts;

/// <summary>Draws horizontal bars with the name above and the value beside each: names of any length stay readable on a phone.</summary>
public static class BarChartSvg
{
    private const int BarHeight = 16;
    private const int Gap = 14;
    private const double ValueWidthInFontSizes = 5;

    public static string Draw(BarChart chart, ChartSize size)
    {
        SvgWriter svg = new();
        string id = $"{chart.Id}-{size.Name}";
        int rowHeight = size.FontSize + 6 + BarHeight + Gap;
        int height = Math.Max(rowHeight, rowHeight * chart.Bars.Count);
        svg.Open($"svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size.Width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\" font-family=\"arial, sans-serif\" font-size=\"{size.FontSize}\"");
        svg.Text($"title id=\"{id}-title\"", chart.Title);
        svg.Text($"desc id=\"{id}-text\"", chart.Summary);
        double largest = Math.Max(double.Epsilon, chart.Bars.Select(bar => bar.Value ?? 0).DefaultIfEmpty().Max());
        double room = size.Width - (ValueWidthInFontSizes * size.FontSize);
        int top = 0;
        foreach ((string name, double? value) in chart.Bars)
        {
            double barTop = top + size.FontSize + 6;
            double length = (value ?? 0) / largest * room;
            svg.Text($"text x=\"0\" y=\"{top + size.FontSize}\" fill=\"{ChartColours.Text}\"", name);
            svg.Empty($"rect x=\"0\" y=\"{barTop}\" width=\"{length}\" height=\"{BarHeight}\" fill=\"{ChartColours.Observed}\"");
            svg.Text($"text x=\"{length + 6}\" y=\"{barTop + BarHeight - 3}\" fill=\"{ChartColours.Text}\"", ChartNumber.Write(value, chart.Format));
            top += rowHeight;
        }

        return svg.Close("svg").ToString();
    }
}

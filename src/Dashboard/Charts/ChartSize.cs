namespace Dashboard.Charts;

/// <summary>The drawing's own units; the browser scales it to its place. Each size is drawn for its width, so that its text stays readable there.</summary>
public sealed record ChartSize(string Name, int Width, int Height, int FontSize)
{
    /// <summary>For the page's full width.</summary>
    public static readonly ChartSize Wide = new("wide", 940, 340, 15);

    /// <summary>For a phone.</summary>
    public static readonly ChartSize Narrow = new("narrow", 345, 270, 14);

    /// <summary>One of several beside each other.</summary>
    public static readonly ChartSize Panel = new("panel", 300, 170, 13);

    // A label of four digits or three letters with space around it.
    private const int LabelWidthInFontSizes = 4;
    private const int StepHeightInFontSizes = 3;
    private const int MostSteps = 6;

    public int MaximumDateTicks => Math.Max(2, Width / (FontSize * LabelWidthInFontSizes));

    public int MaximumValueSteps => Math.Clamp(Height / (FontSize * StepHeightInFontSizes), 2, MostSteps);
}

namespace Dashboard.Charts;

/// <summary>Colours of the GOV.UK palette. Each meaning also has a shape or a word: colour alone never carries it.</summary>
internal static class ChartColours
{
    public const string Text = "#0b0c0c";
    public const string SecondaryText = "#484949";
    public const string Grid = "#cecece";
    public const string Observed = "#1d70b8";
    public const string Range = "#d2e2f1";
    public const string RangeEdge = "#5694ca";
    public const string Expected = "#505a5f";
    public const string Alarm = "#ca3535";
    public const string Paper = "#ffffff";
}

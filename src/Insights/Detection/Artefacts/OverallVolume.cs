using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>Everything rose (or fell): the series' share of all complaints is unchanged.</summary>
internal sealed class OverallVolume : IRivalExplanation
{
    public const string Code = "overall_volume";

    public RivalVerdict Test(RivalContext context)
    {
        if (context.Counts.Collection.JudgesShares)
        {
            return new(Code, false, "Not overall volume: its share was judged, not its number.");
        }

        if (context.Window.Series.Key.Slice == Slice.All)
        {
            return new(Code, false, "Overall volume is what rose: this is all complaints together.");
        }

        RestOfCollection rest = RestOfCollection.Of(context);
        string others = $"all other complaints of the same time were {WordsFor.Figure(rest.Observed)} against {WordsFor.Expected(rest.Expected)} expected";
        double expected = context.Window.Expected * rest.Ratio;
        bool isSameWay = context.Window.IsFall ? rest.Ratio < 1 : rest.Ratio > 1;
        return isSameWay && context.IsUnremarkable(context.Window.Observed, expected)
            ? new(Code, true, $"Overall volume: {others}; its share of all is unchanged.")
            : new(Code, false, $"Not overall volume: {others}.");
    }
}

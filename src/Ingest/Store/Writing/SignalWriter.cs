using Ingest.Store.Entities;
using Insights.Detection;

namespace Ingest.Store.Writing;

/// <summary>Writes a signal into its row. What people decided about it is never touched.</summary>
internal static class SignalWriter
{
    /// <summary>Stands for a p-value or a limit that the method does not give: databases differ on NaN.</summary>
    private const double NoPValue = 1;

    public static SignalRow NewRow(Signal signal, int collectionId) => new()
    {
        CollectionId = collectionId,
        Slice = signal.Key.Slice.ToString(),
        FirstCode = signal.Key.FirstCode,
        SecondCode = signal.Key.SecondCode,
        Since = signal.Since.Start,
        Title = "",
        Interval = "",
        State = signal.State.ToString(),
        Method = "",
        Reason = "",
        Sentence = "",
        RivalExplanations = "",
        Chart = "",
    };

    public static void Fill(SignalRow row, Signal signal)
    {
        row.Rank = signal.Rank;
        row.Since = signal.Since.Start;
        row.Title = Shortened(signal.Title, FieldLengths.Title);
        row.Interval = signal.Period.Interval.ToString();
        row.PeriodStart = signal.Period.Start;
        row.Observed = signal.Observed;
        row.Expected = Finite(signal.Expected, 0);
        row.Upper = Finite(signal.Upper, signal.Observed);
        row.PValue = Finite(signal.PValue, NoPValue);
        row.AdjustedPValue = Finite(signal.AdjustedPValue, NoPValue);
        row.Artefact = signal.Artefact;
        row.Method = Shortened(signal.Method, FieldLengths.Name);
        row.Reason = Shortened(signal.Reason, FieldLengths.Sentence);
        row.Sentence = signal.Sentence;
        row.RivalExplanations = SignalDocuments.WriteRivalExplanations(signal.RivalExplanations);
        row.Chart = SignalDocuments.WriteChart(signal.Chart);
        row.Explanation = SignalDocuments.WriteExplanation(signal.Explanation);
        if (row.StateChangedBy is null)
        {
            row.State = signal.State.ToString();
        }
    }

    private static double Finite(double value, double otherwise) => double.IsFinite(value) ? value : otherwise;

    private static string Shortened(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}

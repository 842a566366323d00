namespace Ingest.Redaction.Measurement;

/// <summary>
/// Counts marked spans found and found spans right. A marked span is found when at least 80% of its characters are redacted, whatever the type; a found
/// span is right when at least half of its characters are marked. Names, addresses and dates of birth are free text; all else is a structured identifier.
/// </summary>
public sealed class RedactionScore
{
    private const double LeastCovered = 0.8;
    private const double LeastMarked = 0.5;
    private readonly SortedDictionary<string, (int Found, int Marked)> byType = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, (int Right, int Predicted)> predictedByType = new(StringComparer.Ordinal);

    public int Predicted { get; private set; }

    public int PredictedRight { get; private set; }

    public double Recall => Ratio(byType.Values.Sum(count => count.Found), byType.Values.Sum(count => count.Marked));

    public double StructuredRecall
    {
        get
        {
            var structured = byType.Where(pair => !IsFreeText(pair.Key)).Select(pair => pair.Value).ToArray();
            return Ratio(structured.Sum(count => count.Found), structured.Sum(count => count.Marked));
        }
    }

    public double Precision => Ratio(PredictedRight, Predicted);

    public IReadOnlyDictionary<string, (int Found, int Marked)> ByType => byType;

    /// <summary>Found spans that are right, by the type they were given.</summary>
    public IReadOnlyDictionary<string, (int Right, int Predicted)> PredictedByType => predictedByType;

    public static bool IsFreeText(string type) => type is PersonalDataType.PersonName or PersonalDataType.Address or PersonalDataType.DateOfBirth;

    public static bool IsFound(RedactionSpan marked, IReadOnlyList<RedactionSpan> predicted) => Covered(marked, predicted) >= LeastCovered;

    public static bool IsRight(RedactionSpan predicted, IReadOnlyList<RedactionSpan> marked) => Covered(predicted, marked) >= LeastMarked;

    public void Add(IReadOnlyList<RedactionSpan> marked, IReadOnlyList<RedactionSpan> predicted)
    {
        ArgumentNullException.ThrowIfNull(marked);
        ArgumentNullException.ThrowIfNull(predicted);
        foreach (RedactionSpan span in marked)
        {
            (int found, int total) = byType.GetValueOrDefault(span.Type);
            byType[span.Type] = (found + (IsFound(span, predicted) ? 1 : 0), total + 1);
        }

        foreach (RedactionSpan span in predicted)
        {
            int right = IsRight(span, marked) ? 1 : 0;
            (int rightBefore, int total) = predictedByType.GetValueOrDefault(span.Type);
            predictedByType[span.Type] = (rightBefore + right, total + 1);
            Predicted++;
            PredictedRight += right;
        }
    }

    private static double Covered(RedactionSpan span, IReadOnlyList<RedactionSpan> others)
    {
        int covered = others.Sum(other => Math.Max(0, Math.Min(span.End, other.End) - Math.Max(span.Start, other.Start)));
        return covered / (double)Math.Max(1, span.End - span.Start);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}

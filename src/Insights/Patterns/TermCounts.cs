using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>Tables of terms from texts that are read already. Each letter campaign counts once.</summary>
internal static class TermCounts
{
    public static TermTable Table(TermIndex index, IReadOnlyList<ReadText> texts, IReadOnlyList<ReadText> past)
    {
        (Dictionary<string, int> signal, int signalTexts) = Count(index, texts);
        (Dictionary<string, int> before, int pastTexts) = Count(index, past);
        return TermTable.Of(signal, signalTexts, before, pastTexts);
    }

    private static (Dictionary<string, int> Terms, int Texts) Count(TermIndex index, IReadOnlyList<ReadText> texts)
    {
        Dictionary<int, int> counts = [];
        int total = 0;
        foreach (ReadText text in texts.DistinctBy(text => text.Complaint.Voice))
        {
            total++;
            foreach (int term in text.Terms)
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        return (counts.ToDictionary(pair => index[pair.Key], pair => pair.Value, StringComparer.Ordinal), total);
    }
}

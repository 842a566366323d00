using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>Numbers for terms, so that many texts can be held at once. The numbers depend on the order of reading: nothing may be ordered by them.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> terms = [];

    public int Count => terms.Count;

    public string this[int number] => terms[number];

    /// <summary>The complaints that have a text, read.</summary>
    public List<ReadText> Read(IEnumerable<ArchivedComplaint> complaints)
    {
        List<ReadText> texts = [];
        foreach (ArchivedComplaint complaint in complaints)
        {
            if (complaint.Text is { } text)
            {
                texts.Add(new ReadText(complaint, text, [.. TermReader.Terms(text).Distinct(StringComparer.Ordinal).Select(NumberOf)]));
            }
        }

        return texts;
    }

    /// <summary>True for a single word, false for a pair.</summary>
    public bool IsWord(int number) => !terms[number].Contains(' ', StringComparison.Ordinal);

    /// <summary>The number of a term; null when no text has it.</summary>
    public int? Find(string term) => numbers.TryGetValue(term, out int number) ? number : null;

    private int NumberOf(string term)
    {
        if (!numbers.TryGetValue(term, out int number))
        {
            numbers[term] = number = terms.Count;
            terms.Add(term);
        }

        return number;
    }
}

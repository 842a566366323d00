using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>Groups what no theme explains by its distinctive words. The order of the complaints decides nothing, and a group keeps its name from run to run.</summary>
/// <param name="index">The terms of the texts.</param>
/// <param name="unexplained">Texts that no theme explains well.</param>
/// <param name="all">Texts of the whole collection, what a group is distinctive against.</param>
internal sealed class NewThemeFinder(TermIndex index, IReadOnlyList<ReadText> unexplained, IReadOnlyList<ReadText> all)
{
    /// <summary>A group of fewer voices is an anecdote. A letter campaign is one voice.</summary>
    public const int FewestUnits = 5;

    /// <summary>A rarer word can tell of no group.</summary>
    private const int FewestTexts = 3;

    /// <summary>A word in more of the collection's texts than this is everybody's.</summary>
    private const double LargestShare = 0.25;

    /// <summary>Two terms set a group apart by so many standard deviations: one in a thousand each.</summary>
    private const double SmallestZScore = 3.09;

    private const int FewestTerms = 2;

    /// <summary>The two terms stand in at least this share of the group's texts, so that they name it and not a part of it.</summary>
    private const double CoreShare = 0.5;

    private const int NamedTerms = 3;
    private const int Examples = 3;

    /// <param name="before">The new themes of the run before.</param>
    /// <param name="asOf">The day this run looks from.</param>
    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    public IReadOnlyList<NewTheme> Find(IReadOnlyList<NewTheme> before, DateOnly asOf, ICollection<string> notAssessed)
    {
        List<TextUnit> units = TextUnit.Of(unexplained);
        List<TextUnit> collection = TextUnit.Of(all.Concat(unexplained).DistinctBy(text => text.Complaint.ComplaintId));
        int[] inCollection = Counts(collection);
        (List<int[]> words, double[] rarity, List<TextUnit> withWords) = Rows(units, inCollection, collection.Count);
        if (withWords.Count < FewestUnits)
        {
            notAssessed.Add($"New themes: not assessed, needs {FewestUnits} texts of different people that no theme explains and that share words, has {withWords.Count}.");
            return [];
        }

        if (SimilarityThreshold.Find(words, rarity, FewestUnits - 1) is not { } threshold)
        {
            notAssessed.Add($"New themes: not assessed, chance alone would make groups of the words of these {WordsFor.Figure(withWords.Count)} texts.");
            return [];
        }

        List<NewTheme> found = [];
        foreach (int[] group in new TextGroups(WordRows.Of(words, rarity), threshold, FewestUnits).Find())
        {
            if (Describe([.. group.Select(row => withWords[row])], inCollection, collection.Count, asOf) is { } theme)
            {
                found.Add(theme);
            }
        }

        return [.. ThemeMatching.Keep(found, before)
            .OrderByDescending(theme => theme.CountedOnce).ThenBy(theme => theme.Name, StringComparer.Ordinal).ThenBy(theme => theme.Id, StringComparer.Ordinal)];
    }

    private int[] Counts(IEnumerable<TextUnit> units)
    {
        int[] counts = new int[index.Count];
        foreach (int term in units.SelectMany(unit => unit.Terms))
        {
            counts[term]++;
        }

        return counts;
    }

    /// <summary>The words of the units, numbered in their own order and not in that of reading, and their weights ln(N / n).</summary>
    private (List<int[]> Words, double[] Rarity, List<TextUnit> Units) Rows(List<TextUnit> units, int[] inCollection, int collection)
    {
        int[] among = Counts(units);
        int[] vocabulary = [.. Enumerable.Range(0, index.Count)
            .Where(term => index.IsWord(term) && among[term] >= FewestTexts && inCollection[term] <= Math.Max(FewestUnits, LargestShare * collection))
            .OrderBy(term => index[term], StringComparer.Ordinal)];
        Dictionary<int, int> numbers = vocabulary.Select((term, number) => (term, number)).ToDictionary(pair => pair.term, pair => pair.number);
        List<TextUnit> withWords = [.. units.Where(unit => unit.Terms.Any(numbers.ContainsKey))];
        return (
            [.. withWords.Select(unit => unit.Terms.Where(numbers.ContainsKey).Select(term => numbers[term]).Order().ToArray())],
            [.. vocabulary.Select(term => Math.Log((collection + 1.0) / inCollection[term]))],
            withWords);
    }

    private NewTheme? Describe(IReadOnlyList<TextUnit> group, int[] inCollection, int collection, DateOnly asOf)
    {
        TermTable table = Table(group, inCollection, collection);
        IReadOnlyList<DistinctiveTerm> terms = DistinctiveTerms.Find(table);
        if (terms.Count(term => term.ZScore >= SmallestZScore && term.Complaints >= CoreShare * term.OutOf) < FewestTerms)
        {
            return null;
        }

        ArchivedComplaint[] members = [.. group.SelectMany(unit => unit.Members).Select(text => text.Complaint)];
        return new NewTheme
        {
            Id = group.Min(unit => unit.Hash)!,
            Name = NameOf(terms),
            Terms = terms,
            Complaints = members.Length,
            CountedOnce = group.Count,
            FirstDay = members.Min(complaint => complaint.Day),
            LastDay = members.Max(complaint => complaint.Day),
            FoundOn = asOf,
            Examples = [.. RepresentativeSentences.Choose(members, table).Where(example => Speaks(example, terms)).Take(Examples)],
            ComplaintIds = [.. members.Select(complaint => complaint.ComplaintId).Order()],
        };
    }

    private TermTable Table(IReadOnlyList<TextUnit> group, int[] inCollection, int collection)
    {
        Dictionary<string, int> signal = new(StringComparer.Ordinal);
        Dictionary<string, int> past = new(StringComparer.Ordinal);
        foreach ((int term, int count) in group.SelectMany(unit => unit.Terms).CountBy(term => term))
        {
            signal[index[term]] = count;
            past[index[term]] = inCollection[term] - count;
        }

        return TermTable.Of(signal, group.Count, past, collection - group.Count);
    }

    /// <summary>A sentence without any of the terms does not stand for the group.</summary>
    private static bool Speaks(RepresentativeSentence example, IReadOnlyList<DistinctiveTerm> terms)
    {
        List<string> inSentence = TermReader.Terms(example.Sentence);
        return terms.Any(term => inSentence.Contains(term.Term, StringComparer.Ordinal));
    }

    private static string NameOf(IReadOnlyList<DistinctiveTerm> terms)
    {
        string name = string.Join(", ", terms.OrderByDescending(term => term.Complaints >= CoreShare * term.OutOf).Take(NamedTerms).Select(term => term.Term));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}

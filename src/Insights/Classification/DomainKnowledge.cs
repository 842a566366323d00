using Insights.Text;

namespace Insights.Classification;

/// <summary>What people know about a domain before any complaint is read: groups of words, and phrases that speak for a code.</summary>
public sealed record DomainKnowledge(Lexicon Lexicon, IReadOnlyList<KnownPhrase> Phrases)
{
    /// <summary>Entries of a group that make one phrase: as many cues as a short complaint has.</summary>
    private const int EntriesOfPhrase = 5;

    /// <summary>How often each entry comes in a phrase, each time beside others.</summary>
    private const int Mixes = 2;

    /// <summary>Phrases made of the entries of groups that speak for a code.</summary>
    /// <param name="head">The question.</param>
    /// <param name="code">The answer the groups speak for.</param>
    /// <param name="entries">All entries of the groups.</param>
    public static IEnumerable<KnownPhrase> PhrasesOf(string head, string code, IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        int count = entries.Count / EntriesOfPhrase;
        for (int mix = 0; mix < Mixes; mix++)
        {
            for (int phrase = 0; phrase < count; phrase++)
            {
                // First neighbours, then entries from all over the groups.
                int first = phrase;
                int mixed = mix;
                IEnumerable<string> taken = Enumerable.Range(0, EntriesOfPhrase)
                    .Select(place => entries[mixed == 0 ? (first * EntriesOfPhrase) + place : first + (place * count)].TrimEnd('*'));
                yield return new KnownPhrase(head, code, string.Join(". ", taken));
            }
        }
    }
}

using System.Runtime.InteropServices;
using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction;

/// <summary>
/// Numbers the pseudonyms of one text. What reads the same, but for case and accents, has the same number; so has a person named in full once and by one
/// name, with a title or without, another time ("Dean Pardoe", "Mr Pardoe"). Two full names stay two people even if they share a surname.
/// </summary>
internal sealed class PseudonymNumbers(Lexicon lexicon)
{
    private const int ShortestName = 3;
    private readonly Dictionary<(string Word, ulong Hash), int> known = [];
    private readonly Dictionary<ulong, int> personByName = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public int Of(string type, ReadOnlySpan<char> span)
    {
        string word = PersonalDataType.WordLeftBehind(type);
        bool isPerson = string.Equals(type, PersonalDataType.PersonName, StringComparison.Ordinal);
        List<ulong> names = isPerson ? Names(span) : [];
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (word, WordHash.Of(span)), out bool isKnown);
        if (!isKnown)
        {
            number = names.Count == 1 && personByName.TryGetValue(names[0], out int samePerson) ? samePerson : Next(word);
        }

        foreach (ulong name in names)
        {
            personByName.TryAdd(name, number);
        }

        return number;
    }

    private int Next(string word) => counts[word] = counts.GetValueOrDefault(word) + 1;

    private List<ulong> Names(ReadOnlySpan<char> span)
    {
        var names = new List<ulong>();
        foreach (Range part in span.SplitAny(' ', '.', ',', '(', ')', '"'))
        {
            ReadOnlySpan<char> name = span[part];
            ulong hash = WordHash.Of(name);
            if (name.Length >= ShortestName && (lexicon.Find(name, hash).Traits & WordTraits.Title) == WordTraits.None)
            {
                names.Add(hash);
            }
        }

        return names;
    }
}

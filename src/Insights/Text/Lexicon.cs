namespace Insights.Text;

/// <summary>
/// Domain knowledge as data: named groups of words and phrases ("ports", "words of waiting"). A text's feature is the group, so that a place no training text
/// names still counts as a place of its kind. An entry is one to <see cref="MostWords"/> words; a word may end in * for any ending. Immutable and thread-safe.
/// </summary>
public sealed class Lexicon
{
    /// <summary>Longest entry in words.</summary>
    public const int MostWords = 6;

    /// <summary>Fewest letters before a *.</summary>
    public const int FewestLettersBeforeWildcard = 3;

    private const char Wildcard = '*';
    private const ulong StemMark = 0x2A2A2A2A2A2A2A2A;

    // Looked up several times a word of each text: tables of the vocabulary's kind answer in a third of a dictionary's time.
    private readonly FeatureTable stems;
    private readonly FeatureTable places;
    private readonly ulong[][] groupsOfPlace;

    /// <param name="groups">Entries by the name of their group, as they stand in the file.</param>
    /// <exception cref="InputErrorException">An entry has no word, too many words, or a * after too few letters.</exception>
    public Lexicon(IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups = groups;
        var stemsSeen = new HashSet<ulong>();
        var groupsAt = new Dictionary<ulong, List<ulong>>();
        foreach ((string name, IReadOnlyList<string> entries) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            ulong group = FeatureHash.LexiconGroup(name);
            foreach (string entry in entries)
            {
                Add(entry, group, name, stemsSeen, groupsAt);
            }
        }

        stems = new FeatureTable([.. stemsSeen]);
        places = new FeatureTable([.. groupsAt.Keys]);
        groupsOfPlace = [.. groupsAt.Values.Select(found => found.ToArray())];
    }

    /// <summary>Entries by the name of their group.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; }

    /// <summary>True when some entry has a word that begins so.</summary>
    internal bool IsStem(ulong prefixHash) => stems.Find(prefixHash) >= 0;

    internal static ulong OfStem(ulong prefixHash) => FeatureHash.Pair(StemMark, prefixHash);

    /// <summary>Goes one word further from a place in an entry (0 at its beginning). False when no entry goes on so.</summary>
    internal bool TryStep(ulong place, ulong word, out ulong next, out ReadOnlySpan<ulong> groups)
    {
        next = FeatureHash.Pair(place, word);
        int index = places.Find(next);
        groups = index >= 0 ? groupsOfPlace[index] : [];
        return index >= 0;
    }

    private static void Add(string entry, ulong group, string name, HashSet<ulong> stems, Dictionary<ulong, List<ulong>> groupsAt)
    {
        List<ulong> words = [];
        foreach (string word in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AddWord(word, entry, name, words, stems);
        }

        if (words.Count is 0 or > MostWords)
        {
            throw new InputErrorException($"Lexicon group \"{name}\": the entry \"{entry}\" has {words.Count} words of two letters or more; give 1 to {MostWords}.");
        }

        ulong place = 0;
        foreach (ulong word in words)
        {
            place = FeatureHash.Pair(place, word);
            groupsAt.TryAdd(place, []);
        }

        if (!groupsAt[place].Contains(group))
        {
            groupsAt[place].Add(group);
        }
    }

    /// <summary>Adds a word as the tokenizer sees it: none when it passes it over, several when punctuation parts it.</summary>
    private static void AddWord(string word, string entry, string name, List<ulong> words, HashSet<ulong> stems)
    {
        if (word[^1] == Wildcard)
        {
            words.Add(AddStem(word[..^1], entry, name, stems));
            return;
        }

        var tokens = new Tokenizer(word);
        while (tokens.MoveNext())
        {
            words.Add(tokens.Current.Hash);
        }
    }

    private static ulong AddStem(string stem, string entry, string name, HashSet<ulong> stems)
    {
        ulong hash = FeatureHash.Seed;
        int letters = 0;
        foreach (char folded in stem.Select(CharacterClasses.Fold).Where(folded => folded != CharacterClasses.None))
        {
            hash = FeatureHash.Append(hash, folded);
            letters++;
        }

        if (letters < FewestLettersBeforeWildcard)
        {
            throw new InputErrorException(
                $"Lexicon group \"{name}\": the entry \"{entry}\" has a * after {letters} letters; give at least {FewestLettersBeforeWildcard} before it.");
        }

        stems.Add(hash);
        return OfStem(hash);
    }
}

using System.Collections.Frozen;
using Ingest.Redaction.Tokens;
using Insights;

namespace Ingest.Redaction.Lexicons;

/// <summary>The word lists of the data folder (one entry a line, "#" starts a comment) as one table from word to what is known of it.</summary>
internal sealed class Lexicon
{
    public const string FolderName = "lexicons";

    /// <summary>Cues are told apart by their hash in this many places, so that adding a cue does not move the weights of the others.</summary>
    public const int CuePlaces = 4096;

    private const string HandWritten = "-supplement.txt";

    private static readonly (string File, WordTraits Traits)[] Lists =
    [
        ("words-common.txt", WordTraits.CommonWord),
        ("words-other.txt", WordTraits.OtherWord),
        ("given-names.txt", WordTraits.GivenName),
        ("surnames.txt", WordTraits.Surname),
        ("names-supplement.txt", WordTraits.GivenName | WordTraits.Surname),
        ("places.txt", WordTraits.Place),
        ("places-supplement.txt", WordTraits.Place),
        ("proper-words.txt", WordTraits.Proper),
        ("keep-words.txt", WordTraits.Keep),
        ("keep-supplement.txt", WordTraits.Keep),
        ("organisation-words.txt", WordTraits.Organisation),
        ("titles.txt", WordTraits.Title),
        ("honorifics.txt", WordTraits.Title | WordTraits.Honorific),
        ("particles.txt", WordTraits.Particle),
        ("street-types.txt", WordTraits.Street),
        ("dwelling-words.txt", WordTraits.Dwelling),
        ("dwelling-parts.txt", WordTraits.DwellingPart),
        ("cues.txt", WordTraits.Cue),
    ];

    private const int HidingPlaces = 1000;
    private readonly WordTable table;

    private Lexicon(WordTable table, PhraseTable keptPhrases, FrozenSet<string> publicTelephones, NameSpelling spelling)
    {
        this.table = table;
        Spelling = spelling;
        KeptPhrases = keptPhrases;
        PublicTelephones = publicTelephones;
    }

    /// <summary>Names of bodies, buildings and ports that stay as a whole.</summary>
    public PhraseTable KeptPhrases { get; }

    /// <summary>What listed names look like.</summary>
    public NameSpelling Spelling { get; }

    /// <summary>Published telephone numbers, digits only.</summary>
    public FrozenSet<string> PublicTelephones { get; }

    public static Lexicon Load(string dataFolder) => Load(dataFolder, hiddenShare: 0);

    /// <summary>
    /// Loads the lists as a text of strangers would meet them: the lists written by hand hold names their author had seen in narratives, so a share of them
    /// is hidden while the name model learns and is judged. Otherwise the model would trust the lists more than they deserve.
    /// </summary>
    /// <param name="hiddenShare">Of the words that only a hand-written list knows, 0 to 1.</param>
    public static Lexicon Load(string dataFolder, double hiddenShare)
    {
        string folder = Path.Combine(dataFolder, FolderName);
        var words = new Dictionary<ulong, WordTraits>();
        var names = new List<string>();
        var others = new List<string>();
        var phrases = new List<string>(ReadList(folder, "keep-phrases.txt"));
        foreach ((string file, WordTraits trait) in Lists)
        {
            foreach (string entry in ReadList(folder, file))
            {
                if (entry.Contains(' ', StringComparison.Ordinal))
                {
                    phrases.Add(entry);
                    continue;
                }

                ulong hash = WordHash.Of(entry);
                WordTraits known = words.GetValueOrDefault(hash);
                bool isHidden = file.EndsWith(HandWritten, StringComparison.Ordinal)
                    && (known & trait) == WordTraits.None && hash % HidingPlaces < hiddenShare * HidingPlaces;
                words[hash] = isHidden ? known : known | trait;
                if (!isHidden)
                {
                    (IsNameList(trait) ? names : others).Add(entry);
                }
            }
        }

        return new Lexicon(
            new WordTable(words),
            PhraseTable.Build(phrases),
            ReadList(folder, "public-telephones.txt").ToFrozenSet(StringComparer.Ordinal),
            NameSpelling.Learn(names, others));
    }

    /// <summary>What the lists know of a word; a hyphenated word that is not listed is judged by its parts.</summary>
    public (WordTraits Traits, ushort Cue) Find(ReadOnlySpan<char> word, ulong hash)
    {
        if (table.TryFind(hash, out WordTraits found))
        {
            bool isCue = (found & WordTraits.Cue) != WordTraits.None;
            return (found, isCue ? (ushort)(1 + (hash % (CuePlaces - 1))) : (ushort)0);
        }

        return (word.Contains('-') ? FindParts(word) : WordTraits.None, 0);
    }

    private static bool IsNameList(WordTraits trait) => (trait & WordTraits.AnyName) != WordTraits.None;

    private WordTraits FindParts(ReadOnlySpan<char> word)
    {
        const WordTraits OnlyIfEveryPart = WordTraits.AnyWord | WordTraits.Keep | WordTraits.Organisation | WordTraits.Street | WordTraits.Place;
        WordTraits any = WordTraits.None;
        WordTraits every = OnlyIfEveryPart;
        foreach (Range part in word.Split('-'))
        {
            table.TryFind(WordHash.Of(word[part]), out WordTraits found);
            bool isWord = word[part].Length == 1 || (found & (WordTraits.AnyWord | WordTraits.Keep)) != WordTraits.None;
            WordTraits comparable = isWord ? found | WordTraits.AnyWord : found;
            any |= found;
            every &= comparable;
        }

        WordTraits shared = every == WordTraits.AnyWord ? WordTraits.OtherWord : every & ~WordTraits.CommonWord;
        return (any & ~(OnlyIfEveryPart | WordTraits.Title | WordTraits.Particle | WordTraits.Cue)) | shared;
    }

    private static IEnumerable<string> ReadList(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new InputErrorException(
                $"The word list '{path}' is missing. Redaction needs the folder '{FolderName}' of the data folder; name the data folder in the environment variable INSIGHTS_DATA.");
        }

        return File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
    }
}

using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Lexicons;

/// <summary>
/// How much an unknown word is spelt like the listed names rather than like words and places: the log-odds of its first and last letters among both,
/// with one added to each count (naive Bayes, Laplace's rule).
/// </summary>
internal sealed class NameSpelling
{
    /// <summary>Levels are below this number; the middle ones say nothing.</summary>
    public const int Levels = 16;

    private const int Places = 1 << 14;
    private const int LongestPiece = 4;
    private const int ShortestPiece = 2;
    private const float LevelsPerUnit = 1.2f;
    private readonly float[] logOdds = new float[Places];

    private NameSpelling()
    {
    }

    public static NameSpelling Learn(IEnumerable<string> names, IEnumerable<string> others)
    {
        (float[] namePieces, int nameCount) = Count(names);
        (float[] otherPieces, int otherCount) = Count(others);
        var spelling = new NameSpelling();
        for (int place = 0; place < Places; place++)
        {
            spelling.logOdds[place] = MathF.Log((namePieces[place] + 1) / (nameCount + 2)) - MathF.Log((otherPieces[place] + 1) / (otherCount + 2));
        }

        return spelling;
    }

    /// <summary>From 0 (no name is spelt so) to <see cref="Levels"/> - 1.</summary>
    public int Level(ReadOnlySpan<char> word)
    {
        float sum = 0;
        int pieces = 0;
        for (int length = ShortestPiece; length <= LongestPiece && length <= word.Length; length++)
        {
            sum += logOdds[Place(word[..length], isEnd: false)] + logOdds[Place(word[^length..], isEnd: true)];
            pieces += 2;
        }

        float average = pieces == 0 ? 0 : sum * 2 / pieces;
        return Math.Clamp((int)MathF.Floor(average * LevelsPerUnit) + (Levels / 2), 0, Levels - 1);
    }

    private static (float[] Pieces, int Words) Count(IEnumerable<string> words)
    {
        var pieces = new float[Places];
        int count = 0;
        foreach (string word in words)
        {
            count++;
            for (int length = ShortestPiece; length <= LongestPiece && length <= word.Length; length++)
            {
                pieces[Place(word.AsSpan(0, length), isEnd: false)]++;
                pieces[Place(word.AsSpan(word.Length - length), isEnd: true)]++;
            }
        }

        return (pieces, count);
    }

    private static int Place(ReadOnlySpan<char> piece, bool isEnd) => (int)((WordHash.Of(piece) >> (isEnd ? 17 : 3)) % Places);
}

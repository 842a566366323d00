namespace Ingest.Redaction.Tokens;

/// <summary>
/// Identity of a word regardless of case and accents: FNV-1a, 64 bits (Fowler, Noll and Vo). With some 130,000 listed words the chance of any two sharing
/// a value is below one in a billion, so words are compared by hash alone.
/// </summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036F';

    public static bool IsCombiningMark(char letter) => letter is >= FirstCombiningMark and <= LastCombiningMark;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong hash = Seed;
        foreach (char letter in word)
        {
            hash = Add(hash, letter);
        }

        return hash;
    }

    private static ulong Add(ulong hash, char letter)
    {
        if (letter == '’')
        {
            letter = '\'';
        }

        return IsCombiningMark(letter) ? hash : unchecked((hash ^ LatinFolding.Fold(letter)) * Prime);
    }
}

namespace Ingest.Redaction.Tokens;

/// <summary>
/// Folds a letter to the plain small letter that lists are kept in (É, ě → e; Ł → l). The program runs without culture data, where
/// <see cref="string.Normalize()"/> leaves text as it is, so the table is our own: Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional.
/// </summary>
internal static class LatinFolding
{
    private const char NoPlainLetter = '.';
    private const int FirstAccented = 0xC0;
    private const int FirstAdditional = 0x1E00;

    private const string Accented =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii" +
        "ii..jjkk.llllll..llnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz..b........d...ee.ff.....kk......" +
        "oo.............uu............................aaiioouuuuuuuuuueaaaaaa..ggkkoooo..j...gg..nnaaaaooaaaaeeeeiiiioooo" +
        "rrrruuuusstt..hh......aaeeooooooooyy............................";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrsssssssssstttttt" +
        "ttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy....s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooo" +
        "oooouuuuuuuuuuuuuuyyyyyyyy......";

    public static char Fold(char letter)
    {
        if (letter < FirstAccented)
        {
            return char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
        }

        int accented = letter - FirstAccented;
        int additional = letter - FirstAdditional;
        char plain = accented < Accented.Length ? Accented[accented]
            : additional >= 0 && additional < Additional.Length ? Additional[additional]
            : NoPlainLetter;

        return plain == NoPlainLetter ? char.ToLowerInvariant(letter) : plain;
    }
}

using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>Which characters make words, and their lower-case forms, by table for the plane of all living scripts.</summary>
internal static class CharacterClasses
{
    /// <summary>What <see cref="Fold"/> returns for a character that is part of no word.</summary>
    public const char None = '\0';

    private static readonly char[] Folded = BuildTable();

    /// <summary>The lower-case form of a letter or digit, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char character) => Folded[character];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWordCharacter(char character) => Folded[character] != None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(char character) => (uint)(character - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsApostrophe(char character) => character is '\'' or '’' or 'ʼ' or '`';

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (int code = 0; code < table.Length; code++)
        {
            char character = (char)code;

            // Surrogates stand for letters of rare scripts and for emoji; as words they would be noise in either case.
            table[code] = char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : None;
        }

        return table;
    }
}

namespace Ingest.Validation;

/// <summary>Makes a cell fit to be stored in either database.</summary>
internal static class CellText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Without outer white space, zero characters (PostgreSQL refuses them) and halves of surrogate pairs (no encoding has them); null when nothing is left.</summary>
    public static string? Clean(string? value)
    {
        if (value is null)
        {
            return null;
        }

        string trimmed = value.Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        return trimmed.AsSpan().IndexOf('\0') < 0 && IsWellFormed(trimmed) ? trimmed : Clean(Mend(trimmed));
    }

    private static bool IsWellFormed(string value)
    {
        if (value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return true;
        }

        return string.Equals(value, Mend(value), StringComparison.Ordinal);
    }

    private static string Mend(string value) => string.Create(value.Length, value, static (mended, source) =>
    {
        for (int index = 0; index < source.Length; index++)
        {
            char character = source[index];
            bool isPair = index + 1 < source.Length && char.IsSurrogatePair(character, source[index + 1]);
            if (isPair)
            {
                mended[index] = character;
                mended[++index] = source[index];
            }
            else
            {
                mended[index] = character == '\0' ? ' ' : char.IsSurrogate(character) ? Replacement : character;
            }
        }
    });
}

namespace Ingest.Redaction.Identifiers;

/// <summary>What a code is made of.</summary>
internal readonly record struct CodeContent(int Digits, int Capitals, int SmallLetters, int Masks, int Slashes, int Hyphens, int Others)
{
    public int Letters => Capitals + SmallLetters;

    public bool IsDigitsOnly => Digits > 0 && Letters + Masks + Slashes + Hyphens + Others == 0;

    public static CodeContent Of(ReadOnlySpan<char> code)
    {
        int digits = 0, capitals = 0, small = 0, masks = 0, slashes = 0, hyphens = 0, others = 0;
        foreach (char character in code)
        {
            switch (character)
            {
                case >= '0' and <= '9': digits++; break;
                case 'X' or 'x' when code.Contains("XXX", StringComparison.OrdinalIgnoreCase): masks++; break;
                case '*': masks++; break;
                case '/': slashes++; break;
                case '-': hyphens++; break;
                default:
                    capitals += char.IsUpper(character) ? 1 : 0;
                    small += char.IsLower(character) ? 1 : 0;
                    others += char.IsLetter(character) ? 0 : 1;
                    break;
            }
        }

        return new CodeContent(digits, capitals, small, masks, slashes, hyphens, others);
    }
}

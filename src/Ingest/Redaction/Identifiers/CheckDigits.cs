using System.Buffers;

namespace Ingest.Redaction.Identifiers;

/// <summary>Check digits and prefixes that tell an identifier from a number of the same form.</summary>
internal static class CheckDigits
{
    private const int IbanModulus = 97;

    /// <summary>
    /// The areas of United Kingdom postcodes (Royal Mail, Postcode Address File), with the islands' and the forces' own, and ZZ, the NHS Postcode Directory's
    /// pseudo area for people without an address, which test data are written with too.
    /// </summary>
    private static readonly HashSet<string> PostcodeAreas = new(
        ("AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GIR GL GU GY HA HD HG HP "
        + "HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL "
        + "SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Letters that never stand in the last two places of a postcode (BS 7666).</summary>
    private static readonly SearchValues<char> NotInInwardCode = SearchValues.Create("CIKMOVcikmov");

    public static bool IsPostcode(ReadOnlySpan<char> code)
    {
        int letters = 0;
        while (letters < code.Length && char.IsAsciiLetter(code[letters]))
        {
            letters++;
        }

        return !code[^2..].ContainsAny(NotInInwardCode)
            && PostcodeAreas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code[..letters]);
    }

    /// <summary>ISO/IEC 7812-1, annex B: the sum of the digits, every second from the right doubled, is a multiple of ten.</summary>
    public static bool IsPaymentCard(ReadOnlySpan<char> code)
    {
        int sum = 0;
        int digits = 0;
        for (int index = code.Length - 1; index >= 0; index--)
        {
            if (!char.IsAsciiDigit(code[index]))
            {
                continue;
            }

            int digit = code[index] - '0';
            int doubled = digits % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
            digits++;
        }

        return digits is >= 13 and <= 19 && sum % 10 == 0 && code[0] is >= '3' and <= '6';
    }

    /// <summary>ISO 13616-1: with the first four characters moved to the end and letters read as 10 to 35, the number leaves 1 when divided by 97.</summary>
    public static bool IsIban(ReadOnlySpan<char> code)
    {
        const int CountryAndCheckLength = 4;
        int remainder = Remainder(0, code[CountryAndCheckLength..]);
        return Remainder(remainder, code[..CountryAndCheckLength]) == 1;
    }

    private static int Remainder(int remainder, ReadOnlySpan<char> characters)
    {
        foreach (char character in characters)
        {
            if (char.IsAsciiDigit(character))
            {
                remainder = ((remainder * 10) + (character - '0')) % IbanModulus;
            }
            else if (char.IsAsciiLetter(character))
            {
                remainder = ((remainder * 100) + (char.ToUpperInvariant(character) - 'A' + 10)) % IbanModulus;
            }
        }

        return remainder;
    }
}

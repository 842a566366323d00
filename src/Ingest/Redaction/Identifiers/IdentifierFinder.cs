using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Identifiers;

/// <summary>Finds numbers and addresses of machines: everything whose form or announcement gives it away.</summary>
internal static class IdentifierFinder
{
    private static readonly ulong Iban = WordHash.Of("iban");
    private static readonly ulong[] DateOfBirth = [WordHash.Of("d"), WordHash.Of("o"), WordHash.Of("b")];

    /// <summary>Appends the spans found, ordered, each starting and ending with tokens.</summary>
    public static void Find(ReadOnlySpan<char> text, TokenList tokens, Lexicon lexicon, List<RedactionSpan> spans)
    {
        int index = 0;
        while (index < tokens.Count)
        {
            KeepAnnouncement(tokens, index);
            int addressEnd = SpokenAddress.EndAt(tokens, index);
            if (addressEnd > 0)
            {
                Add(spans, tokens[index].Start, tokens[addressEnd - 1].End, PersonalDataType.Email);
                index = addressEnd;
                continue;
            }

            ref readonly Token token = ref tokens[index];
            bool mayStart = token.Kind == TokenKind.Code || (token.Kind == TokenKind.Word && StartsGroup(text, tokens, index));
            int end = mayStart ? ReadAt(Visible(text, tokens, index), tokens, index, lexicon, spans) : 0;
            index++;
            while (index < tokens.Count && tokens[index].Start < end)
            {
                index++;
            }
        }
    }

    /// <summary>A short word before a number may be its prefix: "QQ 12 34 56 C", "CID 30911847", "sw1a 2aa"; an aircraft's mark has no figure at all, "G-ABCD".</summary>
    private static bool StartsGroup(ReadOnlySpan<char> text, TokenList tokens, int index)
    {
        const int LongestPrefix = 6;
        ref readonly Token token = ref tokens[index];
        bool isBeforeCode = token.Length <= LongestPrefix && tokens[index + 1].Kind == TokenKind.Code && tokens[index + 1].Before is Gap.Space or Gap.Dash;
        return isBeforeCode || (token.Shape == TokenShape.Upper && token.Length == LongestPrefix && text[token.Start + 1] == '-');
    }

    /// <summary>The text up to the next placeholder: what was redacted is not there to be read.</summary>
    private static ReadOnlySpan<char> Visible(ReadOnlySpan<char> text, TokenList tokens, int index)
    {
        const int LongestIdentifierTokens = 16;
        for (int ahead = index + 1; ahead < tokens.Count && ahead <= index + LongestIdentifierTokens; ahead++)
        {
            if (tokens[ahead].IsRedacted)
            {
                return text[..tokens[ahead].Start];
            }
        }

        return text;
    }

    /// <summary>The end of what was found at the token, or 0.</summary>
    private static int ReadAt(ReadOnlySpan<char> text, TokenList tokens, int index, Lexicon lexicon, List<RedactionSpan> spans)
    {
        int start = tokens[index].Start;
        if (tokens[index].Kind == TokenKind.Code)
        {
            if (IbanReader.EndAt(text, start) is > 0 and var ibanEnd)
            {
                return Add(spans, start, AlignedEnd(tokens, index, ibanEnd), PersonalDataType.Financial);
            }

            if (AddressOfMachine(text, tokens[index]) is { } machine)
            {
                return Add(spans, start, tokens[index].End, machine);
            }

            (int phoneEnd, bool isPublic) = PhoneReader.Read(text, start, lexicon);
            if (phoneEnd > 0)
            {
                return isPublic ? Keep(tokens, index, phoneEnd) : Add(spans, start, AlignedEnd(tokens, index, phoneEnd), PersonalDataType.Phone);
            }
        }

        foreach (IdentifierShape shape in IdentifierShapes.OpeningWith(text[start]))
        {
            int end = ShapePattern.Match(text, start, shape.Pattern);
            if (end > 0 && IsPlausible(text[start..end], shape, tokens, index))
            {
                return Add(spans, start, AlignedEnd(tokens, index, end), TypeByContext(text[start..end], shape, tokens, index));
            }
        }

        return ReferenceReader.Read(text, tokens, index, spans);
    }

    private static int Add(List<RedactionSpan> spans, int start, int end, string type)
    {
        spans.Add(new RedactionSpan(start, end, type));
        return end;
    }

    /// <summary>A published number stays, and no part of it is a house number.</summary>
    private static int Keep(TokenList tokens, int index, int end)
    {
        for (int part = index; part < tokens.Count && tokens[part].Start < end; part++)
        {
            tokens.Mark(part, WordTraits.KeptPhrase);
        }

        return end;
    }

    private static int AlignedEnd(TokenList tokens, int index, int end)
    {
        int last = index;
        while (last + 1 < tokens.Count && tokens[last + 1].Start < end)
        {
            last++;
        }

        return tokens[last].End;
    }

    /// <summary>An e-mail address, or a name on a social network ("@name"), which names a person as well.</summary>
    private static string? AddressOfMachine(ReadOnlySpan<char> text, in Token token)
    {
        ReadOnlySpan<char> code = text[token.Start..token.End];
        int at = code.IndexOf('@');
        if (at < 0 || at == code.Length - 1)
        {
            return null;
        }

        return at == 0 ? PersonalDataType.PersonName : PersonalDataType.Email;
    }

    /// <summary>"IBAN" and "D.O.B" in capitals announce a number or a date; as names they would take it from what follows.</summary>
    private static void KeepAnnouncement(TokenList tokens, int index)
    {
        ref readonly Token token = ref tokens[index];
        bool isInitials = token.Length == 1 && token.Hash == DateOfBirth[0] && tokens[index + 1].Hash == DateOfBirth[1] && tokens[index + 2].Hash == DateOfBirth[2];
        int length = isInitials ? DateOfBirth.Length : token.Kind == TokenKind.Word && token.Shape == TokenShape.Upper && token.Hash == Iban ? 1 : 0;
        for (int offset = 0; offset < length; offset++)
        {
            tokens.Mark(index + offset, WordTraits.KeptPhrase);
        }
    }

    private static bool IsPlausible(ReadOnlySpan<char> code, IdentifierShape shape, TokenList tokens, int index) => shape.Type switch
    {
        PersonalDataType.ApplicationReference => IsShareCode(code) && ReferenceContext.Before(tokens, index) == ReferenceKind.Reference,
        PersonalDataType.Postcode => CheckDigits.IsPostcode(code),
        _ => true,
    };

    /// <summary>Letters in each group and figures somewhere: "PEX 566 209 8131" is a reference whose figures come in groups of their own.</summary>
    private static bool IsShareCode(ReadOnlySpan<char> code)
    {
        const int GroupLength = 3;
        int groups = 0;
        int letters = 0;
        int digits = 0;
        int characters = 0;
        foreach (char character in code)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                continue;
            }

            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters += char.IsAsciiDigit(character) ? 0 : 1;
            characters++;
            if (characters % GroupLength == 0)
            {
                groups += letters > 0 ? 1 : 0;
                letters = 0;
            }
        }

        return groups == GroupLength && digits > 1;
    }

    /// <summary>Passports, permits and Home Office references share forms; the words before tell them apart.</summary>
    private static string TypeByContext(ReadOnlySpan<char> code, IdentifierShape shape, TokenList tokens, int index)
    {
        if (string.Equals(shape.Type, PersonalDataType.UniqueApplicationNumber, StringComparison.Ordinal))
        {
            return CheckDigits.IsPaymentCard(code) ? PersonalDataType.Financial : shape.Type;
        }

        bool isAmbiguous = shape.Type is PersonalDataType.HomeOfficeReference or PersonalDataType.PassportNumber or PersonalDataType.ResidencePermitNumber;
        ReferenceKind kind = isAmbiguous ? ReferenceContext.Before(tokens, index) : ReferenceKind.None;
        return kind is ReferenceKind.Passport or ReferenceKind.Permit ? ReferenceContext.TypeOf(kind) : shape.Type;
    }
}

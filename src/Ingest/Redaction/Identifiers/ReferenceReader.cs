using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Identifiers;

/// <summary>Finds references of no fixed form: by the words before them, or because nothing else is written so.</summary>
internal static class ReferenceReader
{
    private const int LongestPrefix = 4;
    private const int LongestSuffix = 3;

    /// <summary>A form, flight or road has at most four figures ("N244", "BA2490", "A40"); five and a letter are a reference.</summary>
    private const int FewestDigitsWithLetters = 5;

    private const int FewestDigitsOfTelephone = 6;
    private const int FewestOnPlate = 4;

    /// <summary>Sums and counts of seven figures and more are written with commas or in words.</summary>
    private const int FewestDigitsAlone = 7;

    /// <summary>The end of the reference at the token, appended to the spans; 0 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, TokenList tokens, int index, List<RedactionSpan> spans)
    {
        (int first, int last) = Group(text, tokens, index);
        if (last < first)
        {
            return 0;
        }

        int start = tokens[first].Start;
        int end = tokens[last].End;
        ReadOnlySpan<char> code = text[start..end];
        CodeContent content = CodeContent.Of(code);
        if (IsMoney(text, start, end) || IsOrdinary(code))
        {
            return 0;
        }

        ReferenceKind kind = ReferenceContext.Before(tokens, first);
        if (!IsReference(content, kind) && !IsFinancial(code, content, kind))
        {
            return 0;
        }

        spans.Add(new RedactionSpan(start, end, content.Masks > 0 || IsIban(code) ? PersonalDataType.Financial : ReferenceContext.TypeOf(kind)));
        return end;
    }

    /// <summary>The tokens that are written as one reference: a prefix in capitals, groups of figures, a suffix.</summary>
    private static (int First, int Last) Group(ReadOnlySpan<char> text, TokenList tokens, int index)
    {
        int last = index;
        bool hasPrefix = tokens[index].Kind == TokenKind.Word;
        if (hasPrefix)
        {
            ref readonly Token prefix = ref tokens[index];
            bool isShort = prefix.Length <= LongestPrefix || text[prefix.Start..prefix.End].Contains('-');
            bool isPrefix = prefix.Shape is TokenShape.Upper or TokenShape.Initial && isShort && tokens[index + 1].Before == Gap.Space;
            if (!isPrefix || text[prefix.Start] == 'I' && prefix.Length == 1)
            {
                return (0, -1);
            }

            last++;
        }

        while (ContinuesGroup(text, tokens, last, hasPrefix))
        {
            last++;
        }

        ref readonly Token suffix = ref tokens[last + 1];
        bool takesSuffix = suffix.Kind == TokenKind.Word && suffix.Before == Gap.Space && suffix.Length <= LongestSuffix
            && suffix.Shape is TokenShape.Upper or TokenShape.Initial && CodeContent.Of(text[tokens[last].Start..tokens[last].End]).IsDigitsOnly
            && ReferenceContext.KindOf(suffix) == ReferenceKind.None && text[suffix.Start] != 'I';
        return (index, takesSuffix ? last + 1 : last);
    }

    private static bool ContinuesGroup(ReadOnlySpan<char> text, TokenList tokens, int last, bool hasPrefix)
    {
        ref readonly Token next = ref tokens[last + 1];
        if (next.Kind != TokenKind.Code || next.Before != Gap.Space)
        {
            return false;
        }

        CodeContent before = CodeContent.Of(text[tokens[last].Start..tokens[last].End]);
        CodeContent after = CodeContent.Of(text[next.Start..next.End]);
        bool isMask = before.Masks > 0 || after.Masks > 0;
        bool isGroupOfDigits = after.IsDigitsOnly && after.Digits is >= 2 and <= 8
            && before.SmallLetters + before.Others == 0 && (hasPrefix || before.Capitals > 0 || before.Digits >= 3 || before.Hyphens > 0);
        return isMask || isGroupOfDigits;
    }

    private static bool IsReference(CodeContent content, ReferenceKind kind)
    {
        bool isCapitalCode = content.Capitals > 0 && content.SmallLetters <= 4;
        bool alone = (isCapitalCode && content.Digits >= FewestDigitsWithLetters) || (content.Letters == 0 && content.Digits >= FewestDigitsAlone && content.Hyphens + content.Slashes < 3);
        return alone || kind switch
        {
            ReferenceKind.None or ReferenceKind.Birth or ReferenceKind.Public or ReferenceKind.Financial => false,
            ReferenceKind.Telephone => content.Letters == 0 && content.Digits >= FewestDigitsOfTelephone,
            ReferenceKind.Staff => content.Digits >= 3 || (isCapitalCode && content.Digits >= 2 && content.Letters >= 2),
            ReferenceKind.Officer => content.Digits >= 4 || (isCapitalCode && content.Digits >= 3),
            ReferenceKind.Vehicle => isCapitalCode && content.Digits >= 2 && content.Digits + content.Capitals >= FewestOnPlate,
            _ => (isCapitalCode && content.Digits + content.Capitals >= 5) || content.Digits >= 5,
        };
    }

    private static bool IsFinancial(ReadOnlySpan<char> code, CodeContent content, ReferenceKind kind) =>
        (content.Masks >= 3 && content.Digits > 0)
        || (kind == ReferenceKind.Financial && content.Digits >= 4 && content.Others == 0 && !IsYear(code))
        || IsIban(code);

    private static bool IsIban(ReadOnlySpan<char> code) =>
        code.Length is >= 15 and <= 42 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) && char.IsAsciiDigit(code[2]) && CheckDigits.IsIban(code);

    /// <summary>"The account closed in 2021": four figures that read as a year, unless they end a card or an account.</summary>
    private static bool IsYear(ReadOnlySpan<char> code) => code.Length == 4 && (code.StartsWith("19", StringComparison.Ordinal) || code.StartsWith("20", StringComparison.Ordinal));

    private static bool IsMoney(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && text[start - 1] is '£' or '$' or '€') || (end < text.Length && text[end] is '%' or '£' or '€');

    /// <summary>Dates, times, sums with commas and spans of years.</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> code) =>
        code.Contains(':')
        || code.Contains(',')
        || (code.Length > 8 && DateReader.IsNumericDate(code))
        || ShapePattern.Match(code, 0, "####/##") == code.Length
        || ShapePattern.Match(code, 0, "####-##") == code.Length
        || ShapePattern.Match(code, 0, "####/####") == code.Length
        || ShapePattern.Match(code, 0, "####-####") == code.Length;
}

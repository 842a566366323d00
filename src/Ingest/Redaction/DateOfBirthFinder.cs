using Ingest.Redaction.Identifiers;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction;

/// <summary>Tells a date of birth from the date of an event: by the words before it, or because it follows a person's name and lies far enough back.</summary>
internal static class DateOfBirthFinder
{
    private const int Reach = 5;

    /// <summary>Complaints are about the last years; a date straight after a name and before this year is a birthday.</summary>
    private const int LatestYearAfterName = 2012;

    public static void Find(ReadOnlySpan<char> text, TokenList tokens, List<RedactionSpan> spans)
    {
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != TokenKind.Code && !tokens[index].IsCapitalised)
            {
                continue;
            }

            (int length, int year) = DateReader.Read(text, tokens, index);
            if (length == 0 || !IsBirthday(tokens, index, length, year))
            {
                continue;
            }

            spans.Add(new RedactionSpan(tokens[index].Start, tokens[index + length - 1].End, PersonalDataType.DateOfBirth));
            index += length - 1;
        }
    }

    private static bool IsBirthday(TokenList tokens, int index, int length, int year)
    {
        bool followsName = tokens[index - 1].Kind == TokenKind.RedactedPerson && tokens[index].Before is Gap.Comma or Gap.Open or Gap.Space or Gap.Dash;
        if (followsName && year is > 0 and <= LatestYearAfterName)
        {
            return true;
        }

        for (int back = 1; back <= Reach && index - back >= 0; back++)
        {
            ref readonly Token token = ref tokens[index - back];
            if (ReferenceContext.KindOf(token) == ReferenceKind.Birth)
            {
                return true;
            }

            if (token.OpensSentence)
            {
                break;
            }
        }

        return ReferenceContext.KindOf(tokens[index + length]) == ReferenceKind.Birth && tokens[index + length].Before == Gap.Space && year is > 0 and <= LatestYearAfterName;
    }
}

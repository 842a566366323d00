using Insights.Classification;

namespace Dashboard.Pages.Complaints;

/// <summary>Cuts a text at the ends of its evidence spans, so that each piece can say which themes it speaks for.</summary>
public static class HighlightedText
{
    public static IReadOnlyList<TextPiece> Split(string text, IReadOnlyList<ThemePrediction> themes)
    {
        (TextSpan Span, string Theme)[] evidence = [.. themes
            .SelectMany(theme => (theme.Evidence ?? []).Select(span => (Span: Within(text, span), theme.Code)))
            .Where(item => item.Span.Start < item.Span.End)];
        int[] cuts = [.. evidence.SelectMany(item => new[] { item.Span.Start, item.Span.End }).Append(0).Append(text.Length).Distinct().Order()];
        return [.. cuts.Zip(cuts.Skip(1)).Select(piece => new TextPiece(
            text[piece.First..piece.Second],
            [.. evidence.Where(item => item.Span.Start <= piece.First && item.Span.End >= piece.Second).Select(item => item.Theme).Distinct(StringComparer.Ordinal)]))];
    }

    // The text may have been redacted anew since the model read it; a span must never reach past its end.
    private static TextSpan Within(string text, TextSpan span) => new(Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End, 0, text.Length));
}

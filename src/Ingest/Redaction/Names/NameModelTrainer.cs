using Ingest.Redaction.Addresses;
using Ingest.Redaction.Identifiers;
using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Measurement;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>
/// Learns the name model from marked narratives: logistic regression by stochastic gradient with the step sizes of AdaGrad (Duchi, Hazan and Singer,
/// Adaptive Subgradient Methods, JMLR 12, 2011, p. 2121) and a squared penalty. Same narratives, same weights.
/// </summary>
internal sealed class NameModelTrainer(Lexicon lexicon)
{
    /// <summary>Leaves as many names unknown as in the half of the marked narratives that nobody has read (15 in 100 words of names).</summary>
    public const double HiddenShare = 0.4;

    private const int Seed = 20260101;
    private const int Epochs = 10;
    private const float StepSize = 0.15f;
    private const float Penalty = 1e-3f;

    /// <summary>A missed name harms more than a word too many; chosen by cross-validation on the developing half.</summary>
    private const float Threshold = -1f;

    private readonly TokenList tokens = new();
    private readonly NameContext context = new(lexicon.Spelling);

    public NameModel Train(IReadOnlyList<MarkedNarrative> narratives)
    {
        var random = new Random(Seed);
        List<Example> examples = narratives.SelectMany(narrative => Examples(narrative, random)).ToList();
        var weights = new float[NameModel.WeightCount];
        var squares = new float[NameModel.WeightCount];
        int[] order = Enumerable.Range(0, examples.Count).ToArray();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int index in order)
            {
                Learn(examples[index], weights, squares);
            }
        }

        return new NameModel(weights, Threshold);
    }

    private static void Learn(Example example, float[] weights, float[] squares)
    {
        float score = 0;
        foreach (int place in example.Places)
        {
            score += weights[place];
        }

        float error = (1f / (1f + MathF.Exp(-score))) - (example.IsName ? 1f : 0f);
        foreach (int place in example.Places)
        {
            float gradient = error + (Penalty * weights[place]);
            squares[place] += gradient * gradient;
            weights[place] -= StepSize * gradient / (MathF.Sqrt(squares[place]) + 1e-6f);
        }
    }

    /// <summary>
    /// Every word of the text once as it stands, and once with half of its names redacted already, since a second look at a text sees it like that.
    /// </summary>
    private List<Example> Examples(MarkedNarrative narrative, Random random)
    {
        var examples = new List<Example>();
        AddExamples(narrative, [], examples);
        RedactionSpan[] redactedBefore = narrative.Spans
            .Where(span => IsName(span) && random.NextDouble() < 0.5).OrderBy(span => span.Start).ToArray();
        if (redactedBefore.Length > 0)
        {
            AddExamples(narrative, redactedBefore, examples);
        }

        return examples;
    }

    private void AddExamples(MarkedNarrative narrative, RedactionSpan[] redactedBefore, List<Example> examples)
    {
        Prepare(narrative.Text);
        tokens.Collapse(Aligned(redactedBefore));
        context.Prepare(tokens);
        for (int index = 0; index < tokens.Count; index++)
        {
            context.SetName(index, tokens[index].Kind == TokenKind.RedactedPerson || IsMarked(tokens[index], narrative.Spans));
        }

        for (int index = 0; index < tokens.Count; index++)
        {
            if (NameFeatures.IsCandidate(tokens[index]))
            {
                var places = new int[NameFeatures.SlotCount];
                NameFeatures.Fill(narrative.Text, tokens, context, index, places);
                examples.Add(new Example(places, context.IsName(index)));
            }
        }
    }

    private void Prepare(string text)
    {
        TokenScanner.Scan(text, lexicon, tokens);
        lexicon.KeptPhrases.Mark(tokens);
        var spans = new List<RedactionSpan>();
        IdentifierFinder.Find(text, tokens, lexicon, spans);
        tokens.Collapse(spans);
        spans.Clear();
        AddressFinder.Find(text, tokens, spans);
        tokens.Collapse(spans);
    }

    /// <summary>Marked spans that start and end with tokens; others cannot be put in place of tokens.</summary>
    private List<RedactionSpan> Aligned(RedactionSpan[] spans)
    {
        var starts = new HashSet<int>();
        var ends = new HashSet<int>();
        for (int index = 0; index < tokens.Count; index++)
        {
            starts.Add(tokens[index].Start);
            ends.Add(tokens[index].End);
        }

        return spans.Where(span => starts.Contains(span.Start) && ends.Contains(span.End)).ToList();
    }

    private static bool IsMarked(Token token, IReadOnlyList<RedactionSpan> spans) =>
        token.Kind == TokenKind.Word && spans.Any(span => IsName(span) && token.Start >= span.Start && token.End <= span.End);

    private static bool IsName(RedactionSpan span) => string.Equals(span.Type, PersonalDataType.PersonName, StringComparison.Ordinal);

    private sealed record Example(int[] Places, bool IsName);
}

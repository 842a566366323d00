using System.Diagnostics;
using System.Globalization;
using Ingest.Redaction;
using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Measurement;
using Ingest.Redaction.Names;

namespace Benchmarks.Redaction;

/// <summary>Measures redaction: what is found and right on marked narratives, and texts a second on one core.</summary>
internal static class RedactionBenchmark
{
    private const int Folds = 5;
    private const int TextLength = 1000;
    private const int TextsForSpeed = 40_000;

    /// <summary><c>redaction measure DATA-FOLDER MARKED.jsonl</c>, <c>redaction train DATA-FOLDER MARKED.jsonl</c> or <c>redaction cross-validate …</c>.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is not [string task, string dataFolder, string marked])
        {
            Console.Error.WriteLine("Expected: redaction measure|cross-validate|errors|train DATA-FOLDER MARKED.jsonl");
            return 2;
        }

        List<MarkedNarrative> narratives = MarkedNarrative.Read(marked).ToList();
        switch (task)
        {
            case "measure":
                var redactor = PersonalDataRedactor.Load(dataFolder);
                Print(Score(narratives, redactor));
                PrintSpeed(narratives, redactor);
                return 0;
            case "cross-validate" or "errors":
                CrossValidate(narratives, dataFolder, string.Equals(task, "errors", StringComparison.Ordinal));
                return 0;
            case "train":
                new NameModelTrainer(Lexicon.Load(dataFolder, NameModelTrainer.HiddenShare)).Train(narratives).Save(Path.Combine(dataFolder, Lexicon.FolderName, "name-weights.tsv"));
                return 0;
            default:
                return 2;
        }
    }

    private static RedactionScore Score(List<MarkedNarrative> narratives, PersonalDataRedactor redactor)
    {
        var score = new RedactionScore();
        foreach (MarkedNarrative narrative in narratives)
        {
            score.Add(narrative.Spans, redactor.Redact(narrative.Text).Spans);
        }

        return score;
    }

    /// <summary>Each fold is judged by a name model that learned from the others.</summary>
    private static void CrossValidate(List<MarkedNarrative> narratives, string dataFolder, bool listErrors)
    {
        var lexicon = Lexicon.Load(dataFolder, NameModelTrainer.HiddenShare);
        var score = new RedactionScore();
        for (int fold = 0; fold < Folds; fold++)
        {
            NameModel model = new NameModelTrainer(lexicon).Train(narratives.Where((_, index) => index % Folds != fold).ToList());
            var redactor = new PersonalDataRedactor(lexicon, model);
            foreach (MarkedNarrative narrative in narratives.Where((_, index) => index % Folds == fold))
            {
                IReadOnlyList<RedactionSpan> spans = redactor.Redact(narrative.Text).Spans;
                score.Add(narrative.Spans, spans);
                if (listErrors)
                {
                    PrintErrors(narrative, spans);
                }
            }
        }

        Print(score);
    }

    private static void PrintErrors(MarkedNarrative narrative, IReadOnlyList<RedactionSpan> spans)
    {
        foreach (RedactionSpan missed in narrative.Spans.Where(span => !RedactionScore.IsFound(span, spans)))
        {
            Console.WriteLine($"MISSED {missed.Type}: {InContext(narrative.Text, missed)}");
        }

        foreach (RedactionSpan wrong in spans.Where(span => !RedactionScore.IsRight(span, narrative.Spans)))
        {
            Console.WriteLine($"WRONG {wrong.Type}: {InContext(narrative.Text, wrong)}");
        }
    }

    private static string InContext(string text, RedactionSpan span)
    {
        const int Width = 50;
        string before = text[Math.Max(0, span.Start - Width)..span.Start];
        string after = text[span.End..Math.Min(text.Length, span.End + Width)];
        return $"{before}<<{text[span.Start..span.End]}>>{after}".ReplaceLineEndings("\\n");
    }

    private static void Print(RedactionScore score)
    {
        foreach ((string type, (int found, int total)) in score.ByType)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type,-28}{found,6} of {total,6}  {found / (double)total:0.000}   {RightOf(score, type)}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"recall {score.Recall:0.0000}, structured {score.StructuredRecall:0.0000}, precision {score.Precision:0.0000} ({score.PredictedRight} of {score.Predicted})"));
    }

    private static string RightOf(RedactionScore score, string type)
    {
        (int right, int predicted) = score.PredictedByType.TryGetValue(type, out (int Right, int Predicted) counts) ? counts : (0, 0);
        return string.Create(CultureInfo.InvariantCulture, $"right {right} of {predicted}");
    }

    private static void PrintSpeed(List<MarkedNarrative> narratives, PersonalDataRedactor redactor)
    {
        string[] texts = TextsOfLength(narratives).Take(TextsForSpeed / 10).ToArray();
        foreach (string text in texts)
        {
            redactor.Redact(text);
        }

        // Processor time, not the clock: other work on the machine does not count.
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        for (int index = 0; index < TextsForSpeed; index++)
        {
            redactor.Redact(texts[index % texts.Length]);
        }

        process.Refresh();
        double perSecond = TextsForSpeed / (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{perSecond:0} texts of {TextLength} characters a second of processor time"));
    }

    /// <summary>Narratives joined and cut to one length, so that the figure does not hang on how long people write.</summary>
    private static IEnumerable<string> TextsOfLength(List<MarkedNarrative> narratives)
    {
        string joined = string.Join("\n\n", narratives.Select(narrative => narrative.Text));
        for (int start = 0; start + TextLength <= joined.Length; start += TextLength)
        {
            yield return joined.Substring(start, TextLength);
        }
    }
}

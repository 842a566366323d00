using System.Globalization;
using System.Text;

namespace Insights.Classification;

/// <summary>
/// Likely slips of the coder, as a table a person can work through: where the row is, the code given, the code suggested, how sure the model is.
/// It names rows and codes only; no text leaves the training file.
/// </summary>
public static class LabelHintsDocument
{
    /// <summary>Comma-separated values with the header <c>question,row,given,suggested,probability</c>. A code left out or given too much is an empty cell.</summary>
    public static string Write(TrainedClassifier trained)
    {
        ArgumentNullException.ThrowIfNull(trained);
        var table = new StringBuilder("question,row,given,suggested,probability\n");
        foreach (HeadReport report in trained.Reports)
        {
            foreach (LabelContradiction hint in report.Contradictions)
            {
                table.AppendJoin(',', Cell(report.Name), Cell(trained.Set.Places[hint.Row]), Cell(hint.Given), Cell(hint.Suggested), hint.Probability.ToString("F3", CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return table.ToString();
    }

    private static string Cell(string value) => value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}

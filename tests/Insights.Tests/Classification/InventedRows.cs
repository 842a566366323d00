using Insights.Classification;

namespace Insights.Tests.Classification;

/// <summary>Rows with a clear pattern: each label has words of its own among words that say nothing.</summary>
internal static class InventedRows
{
    private static readonly (string Label, string[] Words)[] Labels =
    [
        ("manners", ["shouted", "rude", "laughed", "insulted", "sneered"]),
        ("money", ["refund", "fee", "charged", "payment", "receipt"]),
        ("papers", ["passport", "lost", "certificate", "envelope", "torn"]),
    ];

    private static readonly string[] Filler = ["the", "office", "then", "again", "on", "monday", "they", "said", "my", "and", "was", "after"];

    public static LabelledText[] Create(int count, bool isMultiLabel)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int[] labels = isMultiLabel ? [.. Enumerable.Range(0, Labels.Length).Where(_ => random.Next(2) == 0)] : [random.Next(Labels.Length)];
            string[] words = [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(_ => Labels[label].Words[random.Next(5)])), .. Enumerable.Range(0, 8).Select(_ => Filler[random.Next(Filler.Length)])];
            random.Shuffle(words);
            return new LabelledText(string.Join(' ', words), [.. labels.Select(label => Labels[label].Label)]);
        })];
    }
}

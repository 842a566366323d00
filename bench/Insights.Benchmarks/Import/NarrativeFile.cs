using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.DataFiles;

namespace Benchmarks.Import;

/// <summary>A file of the shipped sample's shape with narratives of about 1 kB, put together from sentences of the training text: for volume, not for meaning.</summary>
internal static class NarrativeFile
{
    private const int TargetCharacters = 1_000;
    private const int Seed = 20_250_203;
    private const int Days = 1_095;

    public static void Write(string path, int rows, DataFolder data, int targetCharacters = TargetCharacters)
    {
        string[] sentences = Sentences(data);
        Random random = new(Seed);
        using StreamWriter writer = new(path);
        writer.WriteLine("CaseReference,DateReceived,DateOfEvent,DateResponded,DateClosed,CaseCategory,Office,Channel,Route,Outcome,Remedy,RemedyAmount,Narrative");
        StringBuilder narrative = new();
        for (int row = 0; row < rows; row++)
        {
            narrative.Clear();
            while (narrative.Length < targetCharacters)
            {
                narrative.Append(sentences[random.Next(sentences.Length)]).Append(' ');
            }

            DateOnly received = new DateOnly(2023, 1, 1).AddDays((int)((long)row * Days / rows));
            string responded = random.Next(3) == 0 ? "" : received.AddDays(random.Next(60)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"C/{row:0000000},{received:dd/MM/yyyy},,{responded},,Service,Office {random.Next(20)},{(random.Next(2) == 0 ? "Email" : "Post")},,{(random.Next(2) == 0 ? "Upheld" : "")},,,\"{narrative.Replace("\"", "\"\"")}\""));
        }
    }

    /// <summary>The sentences of the training texts.</summary>
    public static string[] Sentences(DataFolder data) =>
        [.. Directory.EnumerateFiles(Path.Combine(data.Path, "training"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Sentences)];

    private static IEnumerable<string> Sentences(string file) => File.ReadLines(file)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(record => record.TryGetProperty("text", out _))
        .SelectMany(record => record.GetProperty("text").GetString()!.ReplaceLineEndings(" ").Split(". ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(sentence => sentence + ".");
}

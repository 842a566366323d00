using Ingest.Redaction;

namespace Ingest.Tests.Redaction;

/// <summary>One redactor with the lists that ship, shared because loading them takes longer than any test.</summary>
public sealed class RedactorFixture
{
    public PersonalDataRedactor Redactor { get; } = PersonalDataRedactor.Load(DataFolder());

    public string[] Found(string text) =>
        Redactor.Redact(text).Spans.Select(span => $"{span.Type}: {text[span.Start..span.End]}").ToArray();

    private static string DataFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string models = Path.Combine(folder.FullName, "models");
            if (Directory.Exists(Path.Combine(models, "lexicons")))
            {
                return models;
            }
        }

        throw new DirectoryNotFoundException("No folder 'models/lexicons' above the tests.");
    }
}

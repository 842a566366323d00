using System.Globalization;
using Ingest;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Profiles.Proposing;

namespace Dashboard.Verbs;

/// <summary><c>import --propose FILE</c>: a profile for a new source, with reasons, and what would fail with it.</summary>
internal static class ImportProposal
{
    private const int Failed = 1;
    private const int NamedRefusals = 10;

    /// <returns>0 when the profile can be used as it stands.</returns>
    public static async Task<int> RunAsync(string file, string? taxonomy, CancellationToken cancellationToken)
    {
        DataFolder data = DataFolder.Find();
        ProfileProposal proposal = new ProfileProposer(data).Propose(file, new ProposalChoices { Taxonomy = taxonomy });
        string yaml = ProposalYaml.Write(proposal);
        Console.WriteLine(yaml);
        foreach (string problem in proposal.Problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        if (proposal.Problems.Count > 0)
        {
            return Failed;
        }

        PreviewReport preview = new ImportPreview(data).Run(file, Load(yaml, data), shownRows: 0, cancellationToken);
        foreach (string line in Lines(preview))
        {
            Console.WriteLine($"# {line}");
        }

        return 0;
    }

    /// <summary>What an import would do, as sentences.</summary>
    internal static IEnumerable<string> Lines(PreviewReport preview)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"With this profile {preview.Rows - preview.Refused:N0} of {(preview.IsWhole ? "" : "the first ")}{preview.Rows:N0} rows would be accepted and {preview.Refused:N0} refused.");
        foreach (PreviewRefusal refusal in preview.Refusals.Take(NamedRefusals))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{refusal.Rows:N0} refused, the first on line {refusal.FirstLine}: {refusal.Issue.Column ?? "the row"} has {refusal.Issue.Found}; expected {refusal.Issue.Expected}.");
        }

        if (preview.RepeatedReferences > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{preview.RepeatedReferences:N0} rows have a reference that came before in the file: the last row of each wins.");
        }
    }

    private static ImportProfile Load(string yaml, DataFolder data)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-proposal-");
        try
        {
            string path = Path.Combine(folder.FullName, "proposal.yaml");
            File.WriteAllText(path, yaml);
            return data.LoadProfile(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Collections.Concurrent;
using Ingest.Redaction.Addresses;
using Ingest.Redaction.Identifiers;
using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Names;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction;

/// <summary>
/// Finds the personal data in a complaint and replaces it by pseudonyms. Looks again until nothing new is found, so redacting a redacted text changes
/// nothing. Takes time linear in the length of the text; may be used by several threads at once.
/// </summary>
public sealed class PersonalDataRedactor
{
    /// <summary>Each look adds at least one span, almost all texts need two; the limit keeps a strange text from taking long.</summary>
    private const int MostLooks = 8;

    private readonly Lexicon lexicon;
    private readonly NameModel nameModel;
    private readonly ConcurrentBag<RedactionWorkspace> workspaces = [];

    internal PersonalDataRedactor(Lexicon lexicon, NameModel nameModel)
    {
        this.lexicon = lexicon;
        this.nameModel = nameModel;
    }

    /// <summary>Reads the word lists and the name model of the data folder.</summary>
    /// <exception cref="Insights.InputErrorException">A list is missing.</exception>
    public static PersonalDataRedactor Load(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        return new PersonalDataRedactor(Lexicon.Load(dataFolder), NameModel.Load(dataFolder));
    }

    public RedactedText Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RedactionWorkspace workspace = workspaces.TryTake(out RedactionWorkspace? free) ? free : new RedactionWorkspace(lexicon);
        try
        {
            FindSpans(text, workspace);
            return workspace.Spans.Count == 0
                ? new RedactedText(text, [])
                : new RedactedText(PseudonymWriter.Write(text, workspace.Spans, lexicon), workspace.Spans.ToArray());
        }
        finally
        {
            workspaces.Add(workspace);
        }
    }

    private void FindSpans(string text, RedactionWorkspace workspace)
    {
        workspace.Spans.Clear();
        workspace.FoundNames.Clear();
        TokenScanner.Scan(text, lexicon, workspace.Tokens);
        for (int look = 0; look < MostLooks; look++)
        {
            int before = workspace.Spans.Count;
            lexicon.KeptPhrases.Mark(workspace.Tokens);
            Step(workspace, found => IdentifierFinder.Find(text, workspace.Tokens, lexicon, found));
            Step(workspace, found => AddressFinder.Find(text, workspace.Tokens, found));
            Step(workspace, found => NameFinder.Find(text, workspace.Tokens, nameModel, workspace, found));
            Step(workspace, found => DateOfBirthFinder.Find(text, workspace.Tokens, found));
            if (workspace.Spans.Count == before)
            {
                break;
            }
        }

        workspace.Spans.Sort((left, right) => left.Start.CompareTo(right.Start));
    }

    private static void Step(RedactionWorkspace workspace, Action<List<RedactionSpan>> find)
    {
        workspace.Found.Clear();
        find(workspace.Found);
        if (workspace.Found.Count > 0)
        {
            workspace.Tokens.Collapse(workspace.Found);
            workspace.Spans.AddRange(workspace.Found);
        }
    }
}

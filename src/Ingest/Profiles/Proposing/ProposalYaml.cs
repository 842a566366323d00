using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingest.Profiles.Proposing;

/// <summary>Writes a proposal as a profile file, with the reasons as comments.</summary>
public static class ProposalYaml
{
    private const string FirstVersion = "1";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ImportField[] WatchedFields = [ImportField.BusinessArea, ImportField.Theme, ImportField.Organisation, ImportField.Office];

    public static string Write(ProfileProposal proposal)
    {
        StringBuilder yaml = new();
        yaml.Append(CultureInfo.InvariantCulture, $"# Proposed from {proposal.RowsRead:N0} rows. Read it through: what a column means is for people to say.\n");
        foreach (string fitting in proposal.FittingProfiles)
        {
            Comment(yaml, $"The file has the columns of the profile '{fitting}', which is there already: --profile {fitting} may be all it needs.", "");
        }

        foreach (string problem in proposal.Problems)
        {
            Comment(yaml, problem, "");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"name: {Quoted(proposal.Name)}\nversion: \"{FirstVersion}\"\ntitle: {Quoted(proposal.Title)}\n");
        Comment(yaml, proposal.TaxonomyReason, "");
        yaml.Append(CultureInfo.InvariantCulture, $"taxonomy: {Quoted(proposal.Taxonomy)}\ncollection:\n  interval: week\n");
        yaml.Append(proposal.DateBasis is { } basis ? $"  dateBasis: {ProfileColumns.KeyOf(basis)}\n" : "");
        yaml.Append(CultureInfo.InvariantCulture, $"  classified: {(proposal.IsClassified ? "true" : "false")}\n  watchedSlices: [{string.Join(", ", WatchedSlices(proposal))}]\ncolumns:\n");
        foreach (ProposedColumn column in proposal.Columns.Where(column => column.Field is not null).OrderBy(column => column.Field))
        {
            Comment(yaml, column.Reason, "  ");
            foreach (string note in column.Notes)
            {
                Comment(yaml, note, "  ");
            }

            Column(yaml, column, proposal.Reference);
        }

        // A reference of several columns whose first is no reference by itself, such as a date.
        if (proposal.Reference.Count > 0 && !proposal.Columns.Any(column => column.Field == ImportField.Reference))
        {
            Comment(yaml, "No single column tells the rows apart; these do together.", "  ");
            yaml.Append(CultureInfo.InvariantCulture, $"  reference: [{string.Join(", ", proposal.Reference.Select(Quoted))}]\n");
        }

        foreach (ProposedColumn column in proposal.Columns.Where(column => column.Field is null))
        {
            Comment(yaml, $"Not read: {column.Column}. {column.Reason}", "  ");
        }

        return yaml.ToString();
    }

    private static void Column(StringBuilder yaml, ProposedColumn column, IReadOnlyList<string> reference)
    {
        string key = ProfileColumns.KeyOf(column.Field!.Value);
        if (column.Field == ImportField.Reference && reference.Count > 1)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {key}: [{string.Join(", ", reference.Select(Quoted))}]\n");
            return;
        }

        if (column is { DateFormats.Count: 0, Separator: null, Map.Count: 0 })
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {key}: {Quoted(column.Column)}\n");
            return;
        }

        yaml.Append(CultureInfo.InvariantCulture, $"  {key}:\n    column: {Quoted(column.Column)}\n");
        yaml.Append(column.DateFormats.Count > 0 ? $"    formats: [{string.Join(", ", column.DateFormats.Select(Quoted))}]\n" : "");
        yaml.Append(column.Separator is { } separator ? $"    separator: {Quoted(separator)}\n" : "");
        if (column.Map.Count > 0)
        {
            yaml.Append("    map:\n");
            foreach ((string value, string? code) in column.Map)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"      {Quoted(value)}: {(code is null ? "~" : Quoted(code))}\n");
            }
        }
    }

    private static IEnumerable<string> WatchedSlices(ProfileProposal proposal) => WatchedFields
        .Where(field => proposal.Columns.Any(column => column.Field == field) || (proposal.IsClassified && field is ImportField.BusinessArea or ImportField.Theme))
        .Select(field => field.ToString())
        .Prepend("all");

    private static void Comment(StringBuilder yaml, string text, string indent) =>
        yaml.Append(CultureInfo.InvariantCulture, $"{indent}# {text.ReplaceLineEndings(" ")}\n");

    /// <summary>A double-quoted YAML scalar (YAML 1.2.2, 7.3.1), which is a JSON string too: nothing in a column's name can be syntax.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);
}

using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Sources;
using Insights;
using Insights.Complaints;

namespace Ingest.Profiles.Proposing;

/// <summary>Proposes a profile from a file: which column is what, how its dates are written, which values need a map. The same file gives the same proposal.</summary>
public sealed class ProfileProposer(DataFolder data)
{
    /// <summary>Rows that are looked at. Values that come later are found by the preview, which checks every row.</summary>
    private const int SampleRows = 20_000;

    private const int NamedValues = 8;

    /// <summary>A taxonomy that knows less of a column meets it by chance.</summary>
    private const double MinimumKnownShare = 0.2;

    /// <summary>The rest are the same complaint again: repeated rows, corrected ones.</summary>
    private const double MinimumDifferentReferences = 0.9;

    private const double MinimumDifferentKeys = 0.98;

    private const int FewestFittingColumns = 4;

    private static readonly ImportField[] DateBases = [ImportField.ReceivedOn, ImportField.ClosedOn, ImportField.RespondedOn, ImportField.EventOn];

    private readonly Lazy<ColumnNames> names = new(() => ColumnNames.Load(data.FileIn("wizard", "columns.yaml")));
    private readonly Lazy<IReadOnlyList<ImportProfile>> profiles = new(() => [.. data.ProfileNames.Select(data.LoadProfile)]);

    /// <exception cref="InputErrorException">The file cannot be read as a table.</exception>
    public ProfileProposal Propose(string path, ProposalChoices choices)
    {
        SourceFile file = FirstFile(SourceFile.At(path));
        IReadOnlyList<ColumnSummary> columns;
        using (IRecordSource source = RecordSources.Open(file, new FileFormat()))
        {
            columns = ColumnSummary.Of(source, SampleRows);
        }

        if (columns.Count == 0 || columns[0].Rows == 0)
        {
            throw new InputErrorException($"{file.Name} has no rows to propose a profile from. Expected a header and at least one row.");
        }

        (KnownValues known, string taxonomyReason) = ChooseTaxonomy(columns, choices);
        Dictionary<ImportField, (ColumnSummary Column, string Reason)> fields = new FieldMatcher(names.Value, known).Match(columns, choices);
        IReadOnlyList<string> reference = ReferenceOf(file, fields);
        ProposedColumn[] proposed = [.. columns.Select(column => Describe(column, fields, known, choices))];
        ImportField? basis = DateBases.Cast<ImportField?>().FirstOrDefault(field => fields.ContainsKey(field!.Value));
        string name = choices.Name ?? NameFrom(path);
        return new ProfileProposal
        {
            Name = name,
            Title = choices.Title ?? name.Replace('-', ' '),
            Taxonomy = known.Taxonomy.Name,
            TaxonomyReason = taxonomyReason,
            Columns = proposed,
            Reference = reference,
            DateBasis = basis,
            IsClassified = fields.ContainsKey(ImportField.Text) && !fields.ContainsKey(ImportField.Theme) && HasModel(known.Taxonomy.Name),
            RowsRead = columns[0].Rows,
            FittingProfiles = [.. profiles.Value.Where(profile => Fits(profile, columns)).Select(profile => profile.Name)],
            Problems = [.. Problems(reference, basis)],
        };
    }

    private static IEnumerable<string> Problems(IReadOnlyList<string> reference, ImportField? basis)
    {
        if (reference.Count == 0)
        {
            yield return "No column, and no few columns together, tell every row from every other. Choose the column of the reference.";
        }

        if (basis is null)
        {
            yield return "No column holds dates that can be read. Choose the column of the date the complaint was received.";
        }
    }

    /// <summary>A profile of two or three common names, such as "id" and "date", fits by chance.</summary>
    private static bool Fits(ImportProfile profile, IReadOnlyList<ColumnSummary> columns)
    {
        HashSet<string> present = new(columns.Select(column => column.Name.Trim()), StringComparer.OrdinalIgnoreCase);
        string[] all = [.. profile.Columns.Values.SelectMany(mapping => mapping.Columns).Distinct(StringComparer.OrdinalIgnoreCase)];
        return profile.RequiredColumns.All(present.Contains) && all.Count(present.Contains) >= FewestFittingColumns;
    }

    private static SourceFile FirstFile(SourceFile file)
    {
        if (file.Kind != SourceKind.Archive)
        {
            return file;
        }

        SourcePart[] parts = [.. ArchiveFiles.Of(file)];
        return parts.Select(part => part.File).OfType<SourceFile>().FirstOrDefault()
            ?? throw new InputErrorException($"{file.Name}: the archive holds no file that can be imported. {string.Join(' ', parts.Select(part => part.Failure))}");
    }

    private (KnownValues Known, string Reason) ChooseTaxonomy(IReadOnlyList<ColumnSummary> columns, ProposalChoices choices)
    {
        if (choices.Taxonomy is { } chosen)
        {
            return (new KnownValues(data.LoadTaxonomy(chosen), profiles.Value), "Chosen.");
        }

        KnownValues[] all = [.. data.TaxonomyNames.Select(name => new KnownValues(data.LoadTaxonomy(name), profiles.Value))];
        (KnownValues best, double share) = all.Select(known => (known, Share: BestShare(known, columns))).MaxBy(pair => pair.Share);
        if (share >= MinimumKnownShare)
        {
            return (best, $"It knows {FieldMatcher.Percent(share)} of the values of one column.");
        }

        KnownValues ownWords = new(data.LoadTaxonomy(names.Value.OwnWords), profiles.Value);
        Dictionary<ImportField, (ColumnSummary Column, string Reason)> fields = new FieldMatcher(names.Value, ownWords).Match(columns, choices);
        bool isCoded = fields.ContainsKey(ImportField.Theme) || fields.ContainsKey(ImportField.BusinessArea);
        return !isCoded && fields.ContainsKey(ImportField.Text) && all.FirstOrDefault(known => HasModel(known.Taxonomy.Name)) is { } withModel
            ? (withModel, "The file has texts and no codes; this taxonomy has a model that can read them.")
            : (ownWords, "No taxonomy knows the file's values: its own words are taken as codes.");
    }

    private double BestShare(KnownValues known, IReadOnlyList<ColumnSummary> columns) =>
        (from dimension in Enum.GetValues<Dimension>()
         where known.Taxonomy.IsClosed(dimension)
         from column in columns
         where column.HasAllValues && column.Filled > 0
         select known.Share(dimension, CellLabels.Of(column, names.Value.Separators, known, dimension).Labels)).DefaultIfEmpty().Max();

    private bool HasModel(string taxonomy) => ShippedModel.FolderOf(data, taxonomy) is not null;

    /// <summary>The reference's column; with others beside it until every row differs; empty when nothing helps.</summary>
    private static List<string> ReferenceOf(SourceFile file, Dictionary<ImportField, (ColumnSummary Column, string Reason)> fields)
    {
        if (fields.TryGetValue(ImportField.Reference, out (ColumnSummary Column, string Reason) single) && single.Column.Distinct >= single.Column.Rows * MinimumDifferentReferences)
        {
            return [single.Column.Name];
        }

        ImportField[] helpers = [ImportField.Reference, .. DateBases, ImportField.Theme, ImportField.SourceCategory, ImportField.Organisation, ImportField.Office, ImportField.Text];
        List<ColumnSummary> together = [];
        foreach (ColumnSummary column in helpers.Where(fields.ContainsKey).Select(field => fields[field].Column).Where(column => column.Filled > 0))
        {
            together.Add(column);
            if (together[0].Filled >= together[0].Rows * MinimumDifferentKeys && TellRowsApart(file, together))
            {
                return [.. together.Select(part => part.Name)];
            }
        }

        return [];
    }

    private static bool TellRowsApart(SourceFile file, List<ColumnSummary> columns)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int rows = 0;
        using IRecordSource source = RecordSources.Open(file, new FileFormat());
        foreach (SourceRecord record in source.Records().Where(record => record.Issue is null).Take(SampleRows))
        {
            rows++;
            seen.Add(string.Join('\u001F', columns.Select(column => record.Cells[column.Index]?.Trim())));
        }

        return seen.Count >= rows * MinimumDifferentKeys;
    }

    private ProposedColumn Describe(ColumnSummary column, Dictionary<ImportField, (ColumnSummary Column, string Reason)> fields, KnownValues known, ProposalChoices choices)
    {
        (ImportField field, (ColumnSummary Column, string Reason) match) = fields.FirstOrDefault(pair => pair.Value.Column == column);
        if (match.Column is null)
        {
            bool isChosen = choices.Fields.ContainsKey(column.Name);
            return new ProposedColumn(column.Name, null, isChosen ? "Chosen." : column.Filled == 0 ? "It is empty." : "Nothing in its name or content says what it is.") { Filled = column.Filled };
        }

        ProposedColumn proposed = new(column.Name, field, match.Reason) { Filled = column.Filled };
        return field == ImportField.ReferredOn ? WithTimeLimits(WithDates(proposed, column, choices.MonthFirst))
            : DateBases.Contains(field) ? WithDates(proposed, column, choices.MonthFirst)
            : ProfileColumns.DimensionOf(field) is { } dimension ? WithLabels(proposed, column, known, dimension)
            : proposed;
    }

    private static ProposedColumn WithTimeLimits(ProposedColumn proposed) => proposed with
    {
        Notes = [.. proposed.Notes, "What follows from it for the remit is set only once the profile has a serviceStandard with examinerMonths or providers."],
    };

    private ProposedColumn WithDates(ProposedColumn proposed, ColumnSummary column, bool monthFirst)
    {
        DateFormats dates = DateFormats.Of(column, names.Value.DateFormats);
        string[] formats = [.. dates.Formats.Select(format => dates.IsDayOrMonthOpen && monthFirst ? DateFormats.Exchanged(format.Format) : format.Format)];
        List<string> notes = [];
        if (dates.Formats.Count > 1)
        {
            string counts = string.Join(", ", dates.Formats.Select((format, index) => FormattableString.Invariant($"{format.Values:N0} {(index == 0 ? "are" : "only fit")} {format.Format}")));
            notes.Add($"Its dates are written in {dates.Formats.Count} ways: {counts}. They are tried in this order.");
            int doubtful = DateFormats.Doubtful(column, formats);
            if (doubtful > 0)
            {
                notes.Add(FormattableString.Invariant($"{doubtful:N0} of those read day first would be another date month first, as others in the file are written: some may be read with day and month exchanged. Ask the source."));
            }
        }

        if (dates.IsDayOrMonthOpen)
        {
            notes.Add($"Nothing in the file says whether day or month comes first; taken as {(monthFirst ? "month" : "day")} first.");
        }

        if (dates.Unread > 0)
        {
            notes.Add(FormattableString.Invariant($"{dates.Unread:N0} of its values are no dates that are known; their rows would be refused."));
        }

        return proposed with { DateFormats = formats, IsDayOrMonthOpen = dates.IsDayOrMonthOpen, Notes = notes };
    }

    private ProposedColumn WithLabels(ProposedColumn proposed, ColumnSummary column, KnownValues known, Dimension dimension)
    {
        CellLabels labels = dimension == Dimension.Theme ? CellLabels.Of(column, names.Value.Separators, known, dimension) : new CellLabels(null, column.Values);
        List<string> notes = labels.Separator is { } separator ? [$"Its cells hold several labels with '{separator}' between them."] : [];
        Dictionary<string, string?> map = new(StringComparer.Ordinal);
        if (known.Taxonomy.IsClosed(dimension))
        {
            List<string> unknown = [];
            foreach (string label in labels.Labels.Keys.Where(label => !known.IsPlain(dimension, label)).Order(StringComparer.Ordinal))
            {
                if (known.TryFind(dimension, label, out string? code))
                {
                    map[label] = code;
                }
                else
                {
                    unknown.Add(label);
                }
            }

            if (unknown.Count > 0)
            {
                string shown = string.Join(", ", unknown.Take(NamedValues).Select(label => $"'{label}'")) + (unknown.Count > NamedValues ? $" and {unknown.Count - NamedValues} more" : "");
                notes.Add($"The taxonomy does not know {shown}; rows with them would be refused. Add them to 'map', each with its code, or with ~ for \"missing\".");
            }
        }

        return proposed with { Separator = labels.Separator, Map = map, Notes = notes };
    }

    private static string NameFrom(string path)
    {
        string words = ColumnNames.Words(Path.GetFileName(path).Split('.')[0]);
        string name = string.Concat(words.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Trim('-');
        return name.Length == 0 ? "new-source" : name;
    }
}

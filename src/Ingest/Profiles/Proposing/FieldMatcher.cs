using Insights.Complaints;

namespace Ingest.Profiles.Proposing;

/// <summary>Decides which column holds which field: by its name and by what stands in it. Each field is read from one column, each column into one field.</summary>
internal sealed class FieldMatcher(ColumnNames names, KnownValues known)
{
    /// <summary>A column whose name says nothing is taken only when its content leaves little doubt.</summary>
    private const double MinimumScore = 0.75;

    private const double WeightOfContent = 0.6;
    private const double MostlyDates = 0.8;
    private const double MostlyNumbers = 0.8;
    private const int MostCodes = 200;
    private const int LongestCode = 60;
    private const int ShortestText = 25;
    private const int UsualText = 60;
    private const int LongestReference = 60;

    private static readonly ImportField[] Dates = [ImportField.ReceivedOn, ImportField.EventOn, ImportField.RespondedOn, ImportField.ClosedOn, ImportField.ReferredOn];

    public Dictionary<ImportField, (ColumnSummary Column, string Reason)> Match(IReadOnlyList<ColumnSummary> columns, ProposalChoices choices)
    {
        Dictionary<ImportField, (ColumnSummary, string)> chosen = [];
        HashSet<int> taken = [];
        foreach (ColumnSummary column in columns.Where(column => choices.Fields.ContainsKey(column.Name)))
        {
            taken.Add(column.Index);
            if (choices.Fields[column.Name] is { } field)
            {
                chosen[field] = (column, "Chosen.");
            }
        }

        IEnumerable<(ImportField Field, ColumnSummary Column, double Score, string Reason)> candidates =
            from field in Enum.GetValues<ImportField>()
            from column in columns
            where column.Filled > 0
            let fit = Fit(field, column)
            where fit.Score >= MinimumScore
            orderby fit.Score descending, column.Index, field
            select (field, column, fit.Score, fit.Reason);
        foreach ((ImportField field, ColumnSummary column, _, string reason) in candidates.ToList())
        {
            if (!chosen.ContainsKey(field) && taken.Add(column.Index))
            {
                chosen[field] = (column, reason);
            }
        }

        return chosen;
    }

    private (double Score, string Reason) Fit(ImportField field, ColumnSummary column)
    {
        double likeness = names.Likeness(field, column.Name);
        string name = likeness >= 1 ? "Its name says so" : likeness > 0 ? "Its name hints at it" : "Its name says nothing";
        (double content, string what) = Content(field, column, likeness);
        return content <= 0 ? (0, "") : (likeness + (content * WeightOfContent), $"{name}; {what}.");
    }

    /// <summary>How well the content fits, 0 (cannot be) to 2 (leaves no doubt whatever the name), and what was seen.</summary>
    private (double Content, string What) Content(ImportField field, ColumnSummary column, double likeness)
    {
        if (Dates.Contains(field))
        {
            DateFormats dates = DateFormats.Of(column, names.DateFormats);
            double share = (double)dates.Read / Math.Max(1, dates.Read + dates.Unread);
            double otherwise = field == ImportField.ReceivedOn ? 1.3 : 0;
            return share < MostlyDates ? (0, "") : (likeness > 0 ? 1 : otherwise, $"{Percent(share)} of its values are dates");
        }

        return field switch
        {
            ImportField.Reference => column.AverageLength > LongestReference || (likeness <= 0 && !column.IsUnique) ? (0, "")
                : column.IsUnique ? (likeness > 0 ? 1 : 1.26, "every row has another value") : (0.2, FormattableString.Invariant($"it has {column.Distinct:N0} different values in {column.Filled:N0} rows")),
            ImportField.Text => column.AverageLength < ShortestText || column.NumberShare > MostlyNumbers ? (0, "")
                : (column.AverageLength >= UsualText ? 1.3 : 0.5, FormattableString.Invariant($"its values have {column.AverageLength:0} characters on average")),
            ImportField.RemedyPounds or ImportField.Denominator => likeness > 0 && column.NumberShare >= MostlyNumbers ? (1, $"{Percent(column.NumberShare)} of its values are numbers") : (0, ""),
            _ => Code(field, column, likeness),
        };
    }

    private (double Content, string What) Code(ImportField field, ColumnSummary column, double likeness)
    {
        if (likeness <= 0 && !column.HasAllValues)
        {
            return (0, "");
        }

        Dimension? dimension = ProfileColumns.DimensionOf(field);
        CellLabels labels = dimension == Dimension.Theme ? CellLabels.Of(column, names.Separators, known, Dimension.Theme) : new CellLabels(null, column.Values);
        if (labels.Separator is null && column.AverageLength > LongestCode)
        {
            return (0, "");
        }

        if (dimension is { } closed && known.Taxonomy.IsClosed(closed))
        {
            double share = known.Share(closed, labels.Labels);

            // Values of which the taxonomy knows none would all be refused: they are kept as the source's own category instead.
            return share <= 0 ? (0, "") : (likeness > 0 ? 0.5 + share : share * 1.3, $"{Percent(share)} of its values are known to the taxonomy {known.Taxonomy.Name}");
        }

        bool isCode = labels.Labels.Count <= MostCodes || labels.Labels.Count <= column.Rows / 10;
        return likeness > 0 && isCode ? (0.5, FormattableString.Invariant($"it has {labels.Labels.Count:N0} different values")) : (0, "");
    }

    internal static string Percent(double share) => FormattableString.Invariant($"{Math.Floor(share * 100):0}%");
}

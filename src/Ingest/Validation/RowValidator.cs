using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Deduplication;
using Ingest.Profiles;
using Ingest.Sources;
using Ingest.Store;
using Ingest.Store.Entities;

namespace Ingest.Validation;

/// <summary>Turns the records of one file into complaints by its profile, or says why not. Thread-safe.</summary>
public sealed class RowValidator
{
    private const int ReferenceHashBytes = 8;
    private const int PencePerPound = 100;
    private const decimal LargestRemedyPounds = 1_000_000_000m;

    private const int FewestContentFields = 3;

    private static readonly ImportField[] DateFields = [ImportField.ReceivedOn, ImportField.EventOn, ImportField.RespondedOn, ImportField.ClosedOn, ImportField.ReferredOn];

    private static readonly (ImportField Field, Action<ComplaintRow, string?> Set)[] CodeFields =
    [
        (ImportField.SourceCategory, (row, value) => row.SourceCategory = value),
        (ImportField.BusinessArea, (row, value) => row.BusinessArea = value),
        (ImportField.ComplaintType, (row, value) => row.ComplaintType = value),
        (ImportField.Remit, (row, value) => row.Remit = value),
        (ImportField.Route, (row, value) => row.Route = value),
        (ImportField.Finding, (row, value) => row.Finding = value),
        (ImportField.Remedy, (row, value) => row.Remedy = value),
        (ImportField.Organisation, (row, value) => row.Organisation = value),
        (ImportField.OrganisationGroup, (row, value) => row.OrganisationGroup = value),
        (ImportField.Office, (row, value) => row.Office = value),
        (ImportField.Channel, (row, value) => row.Channel = value),
        (ImportField.Region, (row, value) => row.Region = value),
    ];

    private readonly ImportProfile profile;
    private readonly ColumnBinding binding;
    private readonly Dictionary<ImportField, DateReader> dateReaders = [];
    private readonly Dictionary<ImportField, CodeReader> codeReaders = [];
    private readonly ImportField[] contentFields;
    private readonly int[] readIndices;
    private readonly bool mapsCategory;

    public RowValidator(ImportProfile profile, ColumnBinding binding)
    {
        this.profile = profile;
        this.binding = binding;
        readIndices = [.. profile.Columns.Keys.SelectMany(binding.IndicesOf).Where(index => index != ColumnBinding.Absent).Distinct()];
        contentFields = [.. profile.Columns.Keys.Where(field => field is not (ImportField.Reference or ImportField.RemedyPounds or ImportField.Denominator) && binding.IndicesOf(field).Count > 0)];
        mapsCategory = profile.Columns.ContainsKey(ImportField.SourceCategory);
        foreach ((ImportField field, FieldMapping mapping) in profile.Columns)
        {
            if (DateFields.Contains(field))
            {
                dateReaders[field] = new DateReader(mapping.DateFormats.Count > 0 ? mapping.DateFormats : profile.Format.DateFormats, binding.HasTypedDates, binding.HasSerialDates);
            }
            else
            {
                codeReaders[field] = new CodeReader(mapping, ProfileColumns.DimensionOf(field), profile.Collection.Taxonomy);
            }
        }
    }

    public RowResult Validate(SourceRecord record)
    {
        if (record.Issue is { } unreadable)
        {
            return new RowResult(null, unreadable);
        }

        IReadOnlyList<string?> cells = record.Cells;
        if (BrokenFormula(cells) is { } broken)
        {
            return new RowResult(null, broken);
        }

        ComplaintRow row = new() { Reference = Reference(cells) ?? "", ContentHash = [] };
        string? text = Value(ImportField.Text, cells);
        IReadOnlyList<string> themes = [];
        RowIssue? issue = ReferenceCheck.Of(row.Reference, binding.NameOf(ImportField.Reference)) ?? ReadDates(row, cells) ?? ReadCodes(row, cells) ?? ReadThemes(row, cells, out themes) ?? ReadRemedy(row, cells) ?? CheckText(text) ?? CheckContent(cells);
        if (issue is not null)
        {
            return new RowResult(null, issue);
        }

        row.HasText = text is not null;
        row.CountedOn = CountedOn(row);
        row.ContentHash = ContentHash.Of(row, themes, text);
        return new RowResult(new ImportedComplaint(row, themes, text, ReadDenominator(cells)), null);
    }

    /// <summary>One column: as it stands. Several: the first, and a hash of all, so that free text in the key shows nothing and stays short.</summary>
    private string? Reference(IReadOnlyList<string?> cells)
    {
        IReadOnlyList<int> indices = binding.IndicesOf(ImportField.Reference);
        if (indices.Count <= 1)
        {
            return Value(ImportField.Reference, cells);
        }

        string? first = Cell(cells, indices[0]);
        string key = string.Join('\u001F', indices.Select(index => Cell(cells, index)));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return first is null ? null : $"{first}-{Convert.ToHexStringLower(hash, 0, ReferenceHashBytes)}";
    }

    /// <summary>A reference beside a sum at most is a line of totals, not a complaint; with three fields or fewer, all but the reference may be missing.</summary>
    private RowIssue? CheckContent(IReadOnlyList<string?> cells) =>
        contentFields.Length < FewestContentFields || Array.Exists(contentFields, field => binding.IndicesOf(field).Any(index => Cell(cells, index) is not null))
            ? null
            : new RowIssue(null, "a reference and no date, category or text", "a complaint", "A line of totals, or a row that was not filled in.");

    private RowIssue? BrokenFormula(IReadOnlyList<string?> cells)
    {
        foreach (int index in readIndices)
        {
            if (SpreadsheetErrors.IsBroken(cells[index]))
            {
                return new RowIssue(binding.Columns[index], $"the spreadsheet error {cells[index]!.Trim()}", "a value", "A formula that refers to something that is gone or of another kind: mend it in the source, or write the value here.");
            }
        }

        return null;
    }

    private RowIssue? CheckText(string? text) => text is { Length: > ImportLimits.TextCharacters }
        ? new RowIssue(
            binding.NameOf(ImportField.Text),
            Shapes.Text(text),
            FormattableString.Invariant($"a text of at most {ImportLimits.TextCharacters:N0} characters"),
            "An attachment was exported into the text, or a quote is missing.")
        : null;

    private RowIssue? ReadDates(ComplaintRow row, IReadOnlyList<string?> cells)
    {
        foreach (ImportField field in DateFields)
        {
            if (Value(field, cells) is not { } value)
            {
                continue;
            }

            DateReader reader = dateReaders[field];
            if (reader.Read(value) is not { } date)
            {
                return new RowIssue(
                    binding.NameOf(field),
                    $"a value of the form '{DateReader.ShapeOf(value)}'",
                    reader.Expected,
                    reader.LikelyCause(value));
            }

            SetDate(row, field, date);
        }

        return null;
    }

    private RowIssue? ReadCodes(ComplaintRow row, IReadOnlyList<string?> cells)
    {
        foreach ((ImportField field, Action<ComplaintRow, string?> set) in CodeFields)
        {
            if (Value(field, cells) is not { } value)
            {
                continue;
            }

            (string? code, RowIssue? issue) = codeReaders[field].Read(value, binding.NameOf(field));
            if (issue is not null)
            {
                return issue;
            }

            set(row, code);
            if (field == ImportField.Finding && value.Length <= FieldLengths.Code)
            {
                row.SourceFinding = value;
            }
        }

        return null;
    }

    private RowIssue? ReadThemes(ComplaintRow row, IReadOnlyList<string?> cells, out IReadOnlyList<string> themes)
    {
        themes = [];
        if (Value(ImportField.Theme, cells) is not { } value)
        {
            return null;
        }

        SortedSet<string> codes = new(StringComparer.Ordinal);
        string? separator = profile.Columns[ImportField.Theme].Separator;
        foreach (string part in separator is null ? [value] : value.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            (string? code, RowIssue? issue) = codeReaders[ImportField.Theme].Read(part, binding.NameOf(ImportField.Theme));
            if (issue is not null)
            {
                return issue;
            }

            if (code is not null)
            {
                codes.Add(code);
            }
        }

        if (!mapsCategory && value.Length <= FieldLengths.Code)
        {
            row.SourceCategory = value;
        }

        row.SourceMapVersion = row.SourceCategory is null ? null : profile.Columns[ImportField.Theme].MapVersion ?? profile.Version;

        themes = [.. codes];
        return null;
    }

    private RowIssue? ReadRemedy(ComplaintRow row, IReadOnlyList<string?> cells)
    {
        if (Value(ImportField.RemedyPounds, cells) is not { } value)
        {
            return null;
        }

        string amount = value.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim();
        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal pounds) || pounds > LargestRemedyPounds)
        {
            return new RowIssue(binding.NameOf(ImportField.RemedyPounds), Shapes.Text(value), "a sum in pounds, such as 250 or £1,250.00", "Words in a column of sums, or shifted columns.");
        }

        row.RemedyPence = (long)decimal.Round(pounds * PencePerPound, MidpointRounding.AwayFromZero);
        return null;
    }

    /// <summary>A size that is no positive number is no size: it is left out, and the rate stays unknown.</summary>
    private double? ReadDenominator(IReadOnlyList<string?> cells) =>
        Value(ImportField.Denominator, cells) is { } value
        && double.TryParse(value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double size)
        && double.IsFinite(size) && size > 0
            ? size
            : null;

    private DateOnly? CountedOn(ComplaintRow row) => profile.DateBasis switch
    {
        DateBasis.ReceivedOn => row.ReceivedOn,
        DateBasis.EventOn => row.EventOn,
        DateBasis.RespondedOn => row.RespondedOn,
        _ => row.ClosedOn,
    };

    private static void SetDate(ComplaintRow row, ImportField field, DateOnly date)
    {
        switch (field)
        {
            case ImportField.ReceivedOn:
                row.ReceivedOn = date;
                break;
            case ImportField.EventOn:
                row.EventOn = date;
                break;
            case ImportField.RespondedOn:
                row.RespondedOn = date;
                break;
            case ImportField.ReferredOn:
                row.ReferredOn = date;
                break;
            default:
                row.ClosedOn = date;
                break;
        }
    }

    /// <summary>The field's value, cleaned; null when missing. Several columns are joined: texts by a line break, others by a space.</summary>
    private string? Value(ImportField field, IReadOnlyList<string?> cells)
    {
        IReadOnlyList<int> indices = binding.IndicesOf(field);
        return indices.Count switch
        {
            0 => profile.Columns.GetValueOrDefault(field)?.Constant,
            1 => Cell(cells, indices[0]),
            _ => Clean(string.Join(field == ImportField.Text ? '\n' : ' ', indices.Select(index => Cell(cells, index)).Where(value => value is not null))),
        };
    }

    private static string? Clean(string? value) => CellText.Clean(value);

    private static string? Cell(IReadOnlyList<string?> cells, int index) => index != ColumnBinding.Absent && Clean(cells[index]) is { } value && !SpreadsheetErrors.IsMissing(value) ? value : null;
}

using Ingest.DataFiles;
using Ingest.Sources;
using Insights;
using Insights.Clocks;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.Profiles;

/// <summary>Reads a profile from its YAML or JSON file.</summary>
internal static class ProfileFile
{
    /// <summary>Series of each slice that are watched when the profile does not say.</summary>
    private const int DefaultMaxSeriesPerSlice = 200;

    /// <summary>The base of a rate when the profile does not say: "per 1,000 homes".</summary>
    private const int DefaultRateBase = 1000;

    /// <exception cref="InputErrorException">The file is missing or wrong; the message names file, line and key.</exception>
    public static ImportProfile Load(string path, string location, Func<string, Taxonomy> taxonomyByName, Func<string, ValueMapFile> mapByName, Func<string, WorkingDayCalendar> calendarByName)
    {
        YamlSection file = YamlSection.Load(path);
        file.AllowOnly("name", "version", "title", "taxonomy", "collection", "dimensionTitles", "serviceStandard", "format", "columns");
        string name = file.RequiredText("name");
        string title = file.Text("title") ?? name;
        Taxonomy taxonomy = file.Named("taxonomy", taxonomyByName);
        YamlSection collection = file.RequiredSection("collection");
        collection.AllowOnly(
            "name", "title", "campaigns", "interval", "dateBasis", "classified", "judgesShares", "incompletePeriods", "watchedSlices", "maxSeriesPerSlice", "denominator");
        DateBasis dateBasis = collection.Choice("dateBasis", DateBasis.ReceivedOn);
        IReadOnlyDictionary<ImportField, FieldMapping> columns = new ProfileColumns(taxonomy, mapByName).Read(file, dateBasis, collection.Flag("classified", whenAbsent: false));

        return new ImportProfile
        {
            Name = name,
            Version = file.RequiredText("version"),
            Title = title,
            Location = location,
            DateBasis = dateBasis,
            Collection = ReadCollection(collection, name, title, taxonomy, DimensionTitles(file)) with { CountsEvents = dateBasis == DateBasis.EventOn },
            Format = ReadFormat(file.Section("format")),
            Columns = columns,
            GroupsCampaigns = collection.Flag("campaigns", whenAbsent: true),
            ServiceStandard = ProfileStandard.Read(file, taxonomy, columns, calendarByName),
        };
    }

    private static ComplaintCollection ReadCollection(
        YamlSection section, string profileName, string profileTitle, Taxonomy taxonomy, Dictionary<Dimension, string> dimensionTitles) => new()
        {
            Name = section.Text("name") ?? profileName,
            Title = section.Text("title") ?? profileTitle,
            Taxonomy = taxonomy,
            Interval = section.Choice("interval", Interval.Week),
            IsClassified = section.Flag("classified", whenAbsent: false),
            JudgesShares = section.Flag("judgesShares", whenAbsent: false),
            IncompletePeriods = section.Number("incompletePeriods", 0),
            MaxSeriesPerSlice = section.Number("maxSeriesPerSlice", DefaultMaxSeriesPerSlice),
            WatchedSlices = WatchedSlices(section),
            DimensionTitles = dimensionTitles,
            Denominator = ReadDenominator(section.Section("denominator")),
        };

    private static List<Slice> WatchedSlices(YamlSection section)
    {
        IReadOnlyList<string> names = section.Texts("watchedSlices");
        return names.Count == 0
            ? [Slice.All]
            : [.. names.Select(name => Slice.Parse(name)
                ?? throw section.Problem("watchedSlices", $"'{name}'", $"'all', one dimension, or two joined by '+', out of {string.Join(", ", Enum.GetNames<Dimension>())}"))];
    }

    private static Dictionary<Dimension, string> DimensionTitles(YamlSection file)
    {
        Dictionary<Dimension, string> titles = [];
        if (file.Section("dimensionTitles") is { } section)
        {
            section.AllowOnly(Enum.GetNames<Dimension>());
            foreach (string key in section.Keys)
            {
                titles[Enum.Parse<Dimension>(key)] = section.RequiredText(key);
            }
        }

        return titles;
    }

    private static Denominator? ReadDenominator(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        section.AllowOnly("dimension", "title", "per");
        section.RequiredText("dimension");
        return new Denominator(section.Choice("dimension", default(Dimension)), section.RequiredText("title"), section.Number("per", DefaultRateBase));
    }

    private static FileFormat ReadFormat(YamlSection? section)
    {
        FileFormat defaults = new();
        if (section is null)
        {
            return defaults;
        }

        section.AllowOnly("dateFormats", "delimiter", "encoding", "records", "sheet");
        string? delimiter = section.Text("delimiter");
        if (delimiter is { Length: not 1 })
        {
            throw section.Problem("delimiter", $"'{delimiter}'", "one character, such as ',' or \"\\t\"");
        }

        if (section.Text("encoding") is { } encoding && TextEncodings.ByName(encoding) is null)
        {
            throw section.Problem("encoding", $"'{encoding}'", "the name of an encoding, such as utf-8, utf-16 or windows-1252");
        }

        IReadOnlyList<string> dateFormats = DatePattern.Checked(section, "dateFormats");
        return new FileFormat
        {
            DateFormats = dateFormats.Count == 0 ? defaults.DateFormats : dateFormats,
            Delimiter = delimiter?[0],
            Encoding = section.Text("encoding"),
            Records = section.Text("records"),
            Sheet = section.Text("sheet"),
        };
    }
}

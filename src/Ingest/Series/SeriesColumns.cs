using Insights;

namespace Ingest.Series;

/// <summary>Which columns of a file of counts hold what. The defaults are the names of the documented format.</summary>
/// <param name="Series">The columns that name a series together; their cells are joined by <see cref="Separator"/>.</param>
public sealed record SeriesColumns(IReadOnlyList<string> Series, string Period, string Count, string Population)
{
    public const string Separator = "/";

    public static SeriesColumns Default { get; } = new(["series"], "period", "count", "population");

    /// <summary>The column options of a verb; <paramref name="series"/> may name several columns with commas between.</summary>
    /// <exception cref="InputErrorException">No column is named in <paramref name="series"/>.</exception>
    public static SeriesColumns Named(string series, string period, string count, string population)
    {
        string[] names = series.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0
            ? new SeriesColumns(names, period, count, population)
            : throw new InputErrorException($"--series is \"{series}\". Expected the name of a column, or several with commas between, such as area,theme.");
    }
}

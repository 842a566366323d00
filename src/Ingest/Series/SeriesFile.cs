using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Insights;

namespace Ingest.Series;

/// <summary>Reads a file of counts, <c>series,period,count[,population]</c>, compressed by gzip or not, its rows in any order.</summary>
public sealed class SeriesFile
{
    private const byte GzipFirstByte = 0x1F;
    private const byte GzipSecondByte = 0x8B;

    /// <summary>A series longer than this is a mistake in its periods, such as one year written with a digit too many.</summary>
    private const long LongestSeries = 100_000;

    private SeriesFile(PeriodLabels labels, IReadOnlyList<NamedSeries> series)
    {
        Labels = labels;
        Series = series;
    }

    public PeriodLabels Labels { get; }

    /// <summary>In the order in which the file first names them.</summary>
    public IReadOnlyList<NamedSeries> Series { get; }

    /// <exception cref="InputErrorException">The file is missing or empty, lacks a column, or a cell cannot be used; the message names line and column.</exception>
    public static SeriesFile Read(string path) => Read(path, SeriesColumns.Default);

    /// <inheritdoc cref="Read(string)"/>
    public static SeriesFile Read(string path, SeriesColumns columns)
    {
        List<Row> rows = ReadRows(path, columns);
        if (rows.Count == 0)
        {
            throw new InputErrorException($"{path} holds no rows. Expected a header series,period,count[,population] and at least one row.");
        }

        PeriodLabels labels = PeriodLabels.Infer([.. rows.Select(row => row.Label).Distinct(StringComparer.Ordinal)])
            ?? throw Bad(path, rows[0].Line, "period", rows[0].Label, "a whole number, a date such as 2025-03-31, or 2025-W14, 2025-03 or 2025-Q1");
        return new SeriesFile(labels, [.. rows.GroupBy(row => row.Series, StringComparer.Ordinal).Select(group => Build(path, group.Key, [.. group], labels))]);
    }

    private static NamedSeries Build(string path, string name, Row[] rows, PeriodLabels labels)
    {
        (long Index, Row Row)[] placed = [.. rows
            .Select(row => (labels.IndexOf(row.Label) ?? throw Bad(path, row.Line, "period", row.Label, $"a period like the first one of the file, which is a {labels.Unit}"), row))
            .OrderBy(pair => pair.Item1)];
        long first = placed[0].Index;
        long length = placed[^1].Index - first + 1;
        if (length > LongestSeries)
        {
            throw new InputErrorException($"{path}: series \"{name}\" reaches from period {placed[0].Row.Label} to {placed[^1].Row.Label}, {length} periods. Expected at most {LongestSeries}; check its first and last period.");
        }

        NamedSeries series = new(name, first, new string[length], new int[length], rows[0].Population is null ? null : new double[length], new bool[length]);
        Array.Fill(series.IsFilled, true);
        foreach ((long index, Row row) in placed)
        {
            int at = (int)(index - first);
            if (!series.IsFilled[at])
            {
                throw new InputErrorException($"{path}, line {row.Line}, column period: series \"{name}\" has period {row.Label} twice. Expected one row a period; add the counts up first.");
            }

            series.IsFilled[at] = false;
            series.Labels[at] = row.Label;
            series.Counts[at] = row.Count;
            if (series.Populations is not null)
            {
                series.Populations[at] = row.Population ?? 0;
            }
        }

        FillGaps(series, labels);
        return series;
    }

    private static void FillGaps(NamedSeries series, PeriodLabels labels)
    {
        for (int at = 1; at < series.Counts.Length; at++)
        {
            if (series.IsFilled[at])
            {
                series.Labels[at] = labels.LabelOf(series.FirstPeriod + at);
                if (series.Populations is not null)
                {
                    series.Populations[at] = series.Populations[at - 1];
                }
            }
        }
    }

    private static List<Row> ReadRows(string path, SeriesColumns columns)
    {
        using StreamReader text = Open(path);
        if (text.Peek() < 0)
        {
            throw new InputErrorException($"{path} is empty. Expected a CSV file with the columns series,period,count[,population].");
        }

        try
        {
            using CsvReader reader = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true });
            string[] headers = [.. reader.Headers.Select(header => header.Trim())];
            int[] series = [.. columns.Series.Select(name => Column(path, headers, name))];
            int period = Column(path, headers, columns.Period);
            int count = Column(path, headers, columns.Count);
            int population = Array.FindIndex(headers, header => string.Equals(header, columns.Population, StringComparison.OrdinalIgnoreCase));
            Dictionary<string, string> names = new(StringComparer.Ordinal);
            List<Row> rows = [];
            while (reader.Read())
            {
                string Cell(int column) => column < reader.FieldCount ? reader.GetString(column).Trim() : string.Empty;
                long line = reader.LineNumber;
                string name = series.Length == 1 ? Cell(series[0]) : string.Join(SeriesColumns.Separator, series.Select(Cell));
                if (!names.TryGetValue(name, out string? known))
                {
                    names[name] = known = name;
                }

                rows.Add(new Row(known, Cell(period), Count(path, line, Cell(count)), population < 0 ? null : Population(path, line, Cell(population)), line));
            }

            return rows;
        }
        catch (CsvFormatException problem)
        {
            throw new InputErrorException($"{path}, line {problem.LineNumber}: the row cannot be read as CSV. Likely a quotation mark that is never closed; mend the row.", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new InputErrorException($"{path} is a damaged gzip file: {problem.Message} Copy it again.", problem);
        }
    }

    private static int Column(string path, string[] headers, string name)
    {
        int index = Array.FindIndex(headers, header => string.Equals(header, name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new InputErrorException($"{path} has no column \"{name}\". Its columns are: {string.Join(", ", headers.Select(header => $"\"{header}\""))}. Expected series,period,count[,population].");
    }

    private static int Count(string path, long line, string text)
    {
        const string expected = "a whole number from 0 to 2,147,483,647";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= 0 && number <= int.MaxValue && number == Math.Floor(number)
            ? (int)number
            : throw Bad(path, line, "count", text, expected);
    }

    private static double Population(string path, long line, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && double.IsFinite(number)
            ? number
            : throw Bad(path, line, "population", text, "a number above 0");

    private static InputErrorException Bad(string path, long line, string column, string found, string expected) =>
        new($"{path}, line {line}, column {column}: found \"{Shortened(found)}\", expected {expected}.");

    private static string Shortened(string text)
    {
        const int longest = 40;
        return text.Length <= longest ? text : text[..longest] + "…";
    }

    private static StreamReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputErrorException(Directory.Exists(path) ? $"{path} is a folder. Give a CSV file." : $"There is no file {path}. Check the path.");
        }

        Stream stream = File.OpenRead(path);
        bool isGzip = stream.ReadByte() == GzipFirstByte && stream.ReadByte() == GzipSecondByte;
        stream.Position = 0;
        return new StreamReader(isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }

    private sealed record Row(string Series, string Label, int Count, double? Population, long Line);
}

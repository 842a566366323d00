using System.Buffers.Text;
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
        (List<KeyValuePair<string, List<Row>>> rows, IReadOnlyCollection<Label> periods) = ReadRows(path, columns);
        if (rows.Count == 0)
        {
            throw new InputErrorException($"{path} holds no rows. Expected a header series,period,count[,population] and at least one row.");
        }

        PeriodLabels labels = PeriodLabels.Infer([.. periods.Select(period => period.Text)])
            ?? throw Bad(path, rows[0].Value[0].Line, "period", rows[0].Value[0].Period.Text, "a whole number, a date such as 2025-03-31, or 2025-W14, 2025-03 or 2025-Q1");
        foreach (Label period in periods)
        {
            period.Index = labels.IndexOf(period.Text);
        }

        return new SeriesFile(labels, [.. rows.Select(pair => Build(path, pair.Key, pair.Value, labels))]);
    }

    private static NamedSeries Build(string path, string name, List<Row> rows, PeriodLabels labels)
    {
        if (rows.Exists(row => row.Period.Index is null))
        {
            Row bad = rows.Find(row => row.Period.Index is null);
            throw Bad(path, bad.Line, "period", bad.Period.Text, $"a period like the first one of the file, which is a {labels.Unit}");
        }

        List<Row> placed = IsInOrder(rows) ? rows : [.. rows.OrderBy(row => row.Period.Index)];
        long first = placed[0].Period.Index!.Value;
        long length = placed[^1].Period.Index!.Value - first + 1;
        if (length > LongestSeries)
        {
            throw new InputErrorException($"{path}: series \"{name}\" reaches from period {placed[0].Period.Text} to {placed[^1].Period.Text}, {length} periods. Expected at most {LongestSeries}; check its first and last period.");
        }

        NamedSeries series = new(name, first, new string[length], new int[length], rows[0].Population is null ? null : new double[length], new bool[length]);
        Array.Fill(series.IsFilled, true);
        foreach (Row row in placed)
        {
            int at = (int)(row.Period.Index!.Value - first);
            if (!series.IsFilled[at])
            {
                throw new InputErrorException($"{path}, line {row.Line}, column period: series \"{name}\" has period {row.Period.Text} twice. Expected one row a period; add the counts up first.");
            }

            series.IsFilled[at] = false;
            series.Labels[at] = row.Period.Text;
            series.Counts[at] = row.Count;
            if (series.Populations is not null)
            {
                series.Populations[at] = row.Population ?? 0;
            }
        }

        FillGaps(series, labels);
        return series;
    }

    private static bool IsInOrder(List<Row> rows)
    {
        for (int at = 1; at < rows.Count; at++)
        {
            if (rows[at].Period.Index < rows[at - 1].Period.Index)
            {
                return false;
            }
        }

        return true;
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

    /// <summary>The rows of each series in the order in which the file names them, and the distinct periods of the file.</summary>
    private static (List<KeyValuePair<string, List<Row>>> Rows, IReadOnlyCollection<Label> Periods) ReadRows(string path, SeriesColumns columns)
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
            CellPool<List<Row>> rows = new(_ => []);
            CellPool<Label> labels = new(label => new Label(label));
            while (reader.Read())
            {
                ReadOnlySpan<byte> Cell(int column) => column < reader.FieldCount ? reader.GetSpan(column) : [];
                long line = reader.LineNumber;
                List<Row> ofSeries = series.Length == 1
                    ? rows.Of(Cell(series[0]))
                    : rows.Of(string.Join(SeriesColumns.Separator, series.Select(column => column < reader.FieldCount ? reader.GetString(column).Trim() : string.Empty)));
                ofSeries.Add(new Row(labels.Of(Cell(period)), Count(path, line, Cell(count)), population < 0 ? null : Population(path, line, Encoding.UTF8.GetString(Cell(population)).Trim()), line));
            }

            return ([.. rows.InOrder], [.. labels.InOrder.Select(pair => pair.Value)]);
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

    private static int Count(string path, long line, ReadOnlySpan<byte> cell)
    {
        if (Utf8Parser.TryParse(cell, out int plain, out int read) && read == cell.Length && plain >= 0)
        {
            return plain;
        }

        const string expected = "a whole number from 0 to 2,147,483,647";
        string text = Encoding.UTF8.GetString(cell).Trim();
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

    private readonly record struct Row(Label Period, int Count, double? Population, long Line);

    /// <summary>A period as the file writes it; millions of rows share a few hundred.</summary>
    private sealed class Label(string text)
    {
        public string Text { get; } = text;

        /// <summary>Its number; null when it is not of the file's kind.</summary>
        public long? Index { get; set; }
    }
}

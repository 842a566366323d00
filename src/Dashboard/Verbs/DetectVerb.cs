using System.CommandLine;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Series;
using Insights;
using Insights.Detection;
using Insights.Detection.Harmonic;

namespace Dashboard.Verbs;

/// <summary><c>detect</c>: judges each period of anybody's counts from the periods before it, without any database.</summary>
public static class DetectVerb
{
    private const double DefaultAlpha = 0.01;

    public static Command Create()
    {
        Option<string> input = new("--in") { Description = "CSV with series,period,count[,population]; may be compressed by gzip.", Required = true };
        Option<string> output = new("--out") { Description = "CSV to write: series,period,count,expected,upper,pValue,alarm,method,reason.", Required = true };
        Option<double> alpha = new("--alpha") { Description = "False-alarm rate per period aimed at. Default: 0.01.", DefaultValueFactory = _ => DefaultAlpha };
        Option<string?> from = new("--from") { Description = "First period judged and written. Default: every period." };
        Option<string> series = Column("--series", "series", "Column that names the series; several with commas between are joined.");
        Option<string> period = Column("--period", "period", "Column of the period.");
        Option<string> count = Column("--count", "count", "Column of the count.");
        Option<string> population = Column("--population", "population", "Column of the population, which may be missing.");
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("detect", "Judges each period of a file of counts from the periods before it.") { input, output, alpha, from, series, period, count, population, json };
        command.SetAction((parseResult, cancellationToken) => Task.FromResult(Detect(
            parseResult.GetRequiredValue(input),
            SeriesColumns.Named(parseResult.GetRequiredValue(series), parseResult.GetRequiredValue(period), parseResult.GetRequiredValue(count), parseResult.GetRequiredValue(population)),
            parseResult.GetRequiredValue(output), parseResult.GetValue(alpha), parseResult.GetValue(from), parseResult.GetValue(json), cancellationToken)));
        return command;
    }

    private static Option<string> Column(string name, string usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static int Detect(string input, SeriesColumns columns, string output, double alpha, string? from, bool json, CancellationToken cancellationToken)
    {
        if (!(alpha > 0 && alpha < 1))
        {
            throw new InputErrorException(string.Create(CultureInfo.InvariantCulture, $"--alpha is {alpha}. Expected a rate between 0 and 1, such as 0.01."));
        }

        long start = TimeProvider.System.GetTimestamp();
        SeriesFile file = SeriesFile.Read(input, columns);
        long? first = from is null ? null : file.Labels.IndexOf(from)
            ?? throw new InputErrorException($"--from is \"{from}\". Expected a period as the file writes them, a {UnitWord(file)}.");
        SeriesDetector detector = new(new DetectionOptions { Alpha = alpha });
        int alarms = 0;
        using (OutputFile written = OutputFile.Create(output))
        {
            VerdictWriter writer = new(written.Writer);
            HarmonicDesign design = new(file.Series.Max(series => series.Counts.Length), file.Labels.PeriodsPerYear);
            var judged = file.Series.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(series => (Series: series, Verdicts: detector.Assess(new CountSeries(series.Counts, file.Labels.PeriodsPerYear, series.Populations), FirstJudged(series, first), design)));
            foreach ((NamedSeries series, IReadOnlyList<Assessment> verdicts) in judged)
            {
                writer.Write(series, verdicts);
                alarms += verdicts.Count(verdict => verdict.IsAlarm);
            }

            written.Finish();
        }

        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(json
            ? JsonOutput.Line(new { Series = file.Series.Count, Alarms = alarms, Alpha = alpha, Seconds = seconds })
            : string.Create(CultureInfo.InvariantCulture, $"Judged {file.Series.Count} series by {UnitWord(file)}; {alarms} alarms at rate {alpha}. Written to {output}."));
        return 0;
    }

    private static string UnitWord(SeriesFile file) => file.Labels.Unit.ToString().ToLowerInvariant();

    private static int FirstJudged(NamedSeries series, long? first) =>
        first is { } period ? (int)Math.Clamp(period - series.FirstPeriod, 0, series.Counts.Length) : 0;
}

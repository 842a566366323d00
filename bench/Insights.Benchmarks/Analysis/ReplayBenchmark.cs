using System.Diagnostics;
using System.Globalization;
using Ingest.DataFiles;
using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Benchmarks.Analysis;

/// <summary>Judges a real stream period by period and prints what would have been raised, when first, and how much a quarter.</summary>
internal static class ReplayBenchmark
{
    private const int LargestLandlords = 30;
    private const int MostNamed = 4;

    public static int Run(string stream, string dataFolder, string[] days)
    {
        (ComplaintCollection collection, IReadOnlyList<DailyCount> counts) = stream switch
        {
            "cfpb-dated" => Issues("cfpb-dated", dataFolder),
            "cfpb-one-bank" => Issues("cfpb-one-bank", dataFolder),
            "housing-ombudsman-findings" => Landlords(Path.Combine(dataFolder, "housing-ombudsman-findings.csv.gz")),
            _ => throw new ArgumentException($"The stream is '{stream}'; expected cfpb-dated, cfpb-one-bank or housing-ombudsman-findings.", nameof(stream)),
        };
        (DateOnly first, DateOnly last) = days is [string from, string to] ? (Day(from), Day(to)) : (DateOnly.MinValue, DateOnly.MaxValue);
        Stopwatch watch = Stopwatch.StartNew();
        SortedDictionary<string, (int Signals, int Artefacts)> quarters = new(StringComparer.Ordinal);
        foreach (ReplayedPeriod period in new SignalReplay(collection, counts, new ScanOptions()).Run(first, last))
        {
            string quarter = Period.Containing(Interval.Quarter, period.Newest.Start).ToString();
            (int signals, int artefacts) = quarters.GetValueOrDefault(quarter);
            foreach (ReplayedSignal signal in period.Signals.Where(signal => signal.IsNew))
            {
                (signals, artefacts) = signal.Artefact is null ? (signals + 1, artefacts) : (signals, artefacts + 1);
                Console.WriteLine(Line(period, signal));
            }

            quarters[quarter] = (signals, artefacts);
        }

        foreach ((string quarter, (int signals, int artefacts)) in quarters)
        {
            Console.WriteLine($"{quarter}: {signals} signals first raised, {artefacts} likely artefacts");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a quarter: {quarters.Values.Average(pair => pair.Signals):0.00} signals, {quarters.Values.Average(pair => pair.Artefacts):0.00} artefacts; {watch.Elapsed.TotalSeconds:0.0} seconds"));
        return 0;
    }

    private static string Line(ReplayedPeriod period, ReplayedSignal signal)
    {
        string folded = signal.Folded.Count == 0 ? string.Empty : $" (with {string.Join("; ", signal.Folded.Distinct(StringComparer.Ordinal).Take(MostNamed))})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{period.Newest} #{signal.Number} {signal.Title}: {signal.Observed} against {signal.Expected:0.0}, {signal.Since} to {signal.Until}, p = 1e{signal.LogPValue / Math.Log(10):0.0}{(signal.IsFall ? ", silence" : "")}{(signal.Artefact is null ? "" : $", {signal.Artefact}")}{folded}");
    }

    /// <summary>Weekly by issue, as its README lists the surges.</summary>
    private static (ComplaintCollection Collection, IReadOnlyList<DailyCount> Counts) Issues(string profile, string dataFolder)
    {
        string path = Path.Combine(dataFolder, $"{profile}.csv.gz");
        ComplaintCollection collection = DataFolder.Find().LoadProfile(profile).Collection with { WatchedSlices = [Slice.All, Slice.By(Dimension.Theme)] };
        return (collection, CountedFile.Read(path, collection.Name, "date_received", new Dictionary<Dimension, string> { [Dimension.Theme] = "issue" }, collection.WatchedSlices));
    }

    /// <summary>Monthly over categories and categories of the landlords with the most decisions.</summary>
    private static (ComplaintCollection Collection, IReadOnlyList<DailyCount> Counts) Landlords(string path)
    {
        (Slice theme, Slice landlord, Slice pair) = (Slice.By(Dimension.Theme), Slice.By(Dimension.Organisation), Slice.By(Dimension.Theme, Dimension.Organisation));
        ComplaintCollection collection = DataFolder.Find().LoadProfile("housing-ombudsman").Collection with { WatchedSlices = [theme, pair], MaxSeriesPerSlice = 10 * LargestLandlords };
        Dictionary<Dimension, string> columns = new() { [Dimension.Theme] = "category", [Dimension.Organisation] = "landlord" };
        IReadOnlyList<DailyCount> counts = CountedFile.Read(path, collection.Name, "decision_date", columns, [Slice.All, theme, landlord, pair]);
        HashSet<string> largest = [.. counts.Where(count => count.Key.Slice == landlord)
            .GroupBy(count => count.Key.FirstCode, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(count => count.Complaints)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(LargestLandlords).Select(group => group.Key)];
        return (collection, [.. counts.Where(count => count.Key.Facets.All(facet => facet.Key != Dimension.Organisation || largest.Contains(facet.Value)))]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Insights.Complaints;
using Insights.Evaluation;
using Insights.Taxonomies;
using MathNet.Numerics.Distributions;

namespace Insights.Tests.Analysis;

/// <summary>An invented collection: quiet weeks of complaints in four themes and three offices, with events planted by the test.</summary>
internal sealed class ComplaintWorld
{
    public const string Name = "world";
    public const int Weeks = 150;
    public static readonly DateOnly FirstMonday = new(2023, 1, 2);

    private const double PerCell = 1.5;
    private static readonly string[] Themes = ["delay", "error", "lost", "rude"];
    private static readonly string[] Offices = ["Ashford", "Bolton", "Crewe"];
    private readonly List<ArchivedComplaint> complaints = [];
    private long nextId = 1;

    private ComplaintWorld()
    {
    }

    public static ComplaintWorld Quiet(int seed = 11)
    {
        ComplaintWorld world = new();
        Random random = new(seed);
        for (int week = 0; week < Weeks; week++)
        {
            foreach (string theme in Themes)
            {
                foreach (string office in Offices)
                {
                    int count = Poisson.Sample(random, PerCell);
                    world.With(count, week, theme, office, () => random.Next(7), $"My {theme} matter was not settled by your people. It went on for long.");
                }
            }
        }

        return world;
    }

    /// <summary>Adds complaints of one week.</summary>
    public ComplaintWorld With(int count, int week, string theme, string? office, Func<int>? day = null, string? text = null, long? campaign = null)
    {
        for (int index = 0; index < count; index++)
        {
            DateOnly date = FirstMonday.AddDays((week * 7) + (day?.Invoke() ?? index % 5));
            List<KeyValuePair<Dimension, string>> codes = [new(Dimension.Theme, theme)];
            if (office is not null)
            {
                codes.Add(new(Dimension.Office, office));
            }

            complaints.Add(new ArchivedComplaint(nextId++, date, text, campaign, codes));
        }

        return this;
    }

    /// <summary>Adds one complaint that is coded with several themes.</summary>
    public ComplaintWorld WithCodes(int week, string office, params string[] themes)
    {
        complaints.Add(new ArchivedComplaint(
            nextId++,
            FirstMonday.AddDays((week * 7) + (int)(nextId % 5)),
            null,
            null,
            [.. themes.Select(theme => new KeyValuePair<Dimension, string>(Dimension.Theme, theme)), new(Dimension.Office, office)]));
        return this;
    }

    public ComplaintWorld Rename(string office, string newName, int fromWeek) => Change(complaint => complaint.Day >= FirstMonday.AddDays(7 * fromWeek)
        ? complaint with { Codes = [.. complaint.Codes.Select(code => code.Value == office ? new(code.Key, newName) : code)] }
        : complaint);

    public ComplaintWorld Silence(string office, int fromWeek)
    {
        complaints.RemoveAll(complaint => complaint.Day >= FirstMonday.AddDays(7 * fromWeek) && complaint.Codes.Any(code => code.Value == office));
        return this;
    }

    public ComplaintWorld Shuffled(int seed)
    {
        ArchivedComplaint[] order = [.. complaints];
        new Random(seed).Shuffle(order);
        complaints.Clear();
        complaints.AddRange(order);
        return this;
    }

    public int CountBetween(DateOnly first, DateOnly last) => complaints.Count(complaint => complaint.Day >= first && complaint.Day <= last);

    public async Task<AnalysisReport> AnalyseAsync(DateOnly? asOf = null, bool judgesShares = false)
    {
        InMemoryArchive archive = new();
        archive.Add(Collection() with { JudgesShares = judgesShares }, complaints);
        return await new AnalysisRun(archive, _ => null, new AnalysisOptions()).RunAsync(asOf ?? FirstMonday.AddDays((7 * Weeks) - 1), null, CancellationToken.None);
    }

    public static ComplaintCollection Collection() => new()
    {
        Name = Name,
        Title = "World",
        Interval = Interval.Week,
        IsClassified = false,
        WatchedSlices = [Slice.All, Slice.By(Dimension.Theme), Slice.By(Dimension.Office), Slice.By(Dimension.Theme, Dimension.Office)],
        Taxonomy = new Taxonomy("world", "1", "World", new Dictionary<Dimension, IReadOnlyList<TaxonomyCode>>
        {
            [Dimension.Theme] = [new("delay", "Delay"), new("error", "Error"), new("lost", "Lost documents"), new("rude", "Rudeness") { IsGrave = true }],
        }),
    };

    private ComplaintWorld Change(Func<ArchivedComplaint, ArchivedComplaint> change)
    {
        for (int index = 0; index < complaints.Count; index++)
        {
            complaints[index] = change(complaints[index]);
        }

        return this;
    }
}

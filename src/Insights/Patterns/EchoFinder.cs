using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>
/// Finds the same distinctive pattern rising in several places at once. A pattern is a theme with a term that its recent complaints hold more often than its
/// earlier ones, or a new theme. Each place is held against its own past, so that none of them needs to be a signal by itself.
/// </summary>
internal sealed class EchoFinder
{
    /// <summary>What is recent: a quarter.</summary>
    public const int RecentDays = 91;

    /// <summary>With a shorter past than half a year nothing can be said to rise.</summary>
    private const int FewestPastDays = 182;

    /// <summary>A place with fewer complaints of the pattern rises by chance.</summary>
    private const int FewestComplaints = 3;

    /// <summary>A place rises when its own past gives so many this rarely.</summary>
    private const double PlaceLevel = 0.01;

    /// <summary>All patterns tried together find one by chance this often (Bonferroni over patterns, places and pairs of places).</summary>
    private const double Level = 0.05;

    /// <summary>Two patterns with this share of the smaller one's complaints in both are one.</summary>
    private const double SharedPart = 0.5;

    private readonly TermIndex index;
    private readonly ReadText[] recent;
    private readonly ReadText[] past;
    private readonly DateOnly firstRecent;
    private readonly DateOnly lastDay;
    private readonly DateOnly firstDay;
    private readonly int pastDays;
    private readonly EchoWording wording;

    /// <param name="index">The terms of the texts.</param>
    /// <param name="texts">Every text between two days.</param>
    /// <param name="firstDay">The first of these days.</param>
    /// <param name="lastDay">The last of these days.</param>
    /// <param name="collection">Where they come from.</param>
    public EchoFinder(TermIndex index, IReadOnlyList<ReadText> texts, DateOnly firstDay, DateOnly lastDay, ComplaintCollection collection)
    {
        this.index = index;
        (this.firstDay, this.lastDay) = (firstDay, lastDay);
        firstRecent = lastDay.AddDays(1 - RecentDays);
        recent = [.. texts.Where(text => text.Complaint.Day >= firstRecent)];
        past = [.. texts.Where(text => text.Complaint.Day < firstRecent)];
        pastDays = firstRecent.DayNumber - firstDay.DayNumber;
        wording = new EchoWording(collection, firstRecent, lastDay);
    }

    /// <param name="newThemes">The new themes of the same collection.</param>
    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    public IReadOnlyList<Echo> Find(IReadOnlyList<NewTheme> newThemes, ICollection<string> notAssessed)
    {
        if (pastDays < FewestPastDays)
        {
            notAssessed.Add($"Echoes: not assessed, needs texts of {FewestPastDays} days before {WordsFor.Date(firstRecent)}, has {WordsFor.Figure(Math.Max(0, pastDays))}.");
            return [];
        }

        (List<EchoPattern> patterns, int tried) = ThemePatterns();
        patterns.AddRange(newThemes.Select(OfNewTheme));
        tried += newThemes.Count;
        List<Candidate> candidates = [];
        foreach (Dimension dimension in PatternSearch.Places)
        {
            Dictionary<string, double> ratios = DaysRatios(dimension);
            candidates.AddRange(patterns.Select(pattern => Candidate.Of(pattern, dimension, ratios, FewestComplaints, PlaceLevel)));
        }

        double limit = Math.Log(Level / Math.Max(1, tried * PatternSearch.Places.Length));
        IOrderedEnumerable<Candidate> echoes = candidates.Where(candidate => candidate.LogPValue <= limit)
            .OrderBy(candidate => candidate.LogPValue).ThenBy(candidate => candidate.Dimension)
            .ThenBy(candidate => candidate.Pattern.Theme, StringComparer.Ordinal).ThenBy(candidate => candidate.Pattern.Term, StringComparer.Ordinal);
        return [.. Folded(echoes).Select(Describe)];
    }

    /// <summary>
    /// Recent days over past days of every place that has past enough, times the growth of all its complaints: the past of an office that opened (or got its
    /// name) later is shorter, what was not there cannot have risen, and where everything rises a pattern that rises with it is no news.
    /// </summary>
    private Dictionary<string, double> DaysRatios(Dimension dimension)
    {
        Dictionary<string, double> ratios = new(StringComparer.Ordinal);
        ILookup<string, ArchivedComplaint> now = Candidate.ByPlace(recent.Select(text => text.Complaint), dimension);
        foreach (IGrouping<string, ArchivedComplaint> place in Candidate.ByPlace(past.Select(text => text.Complaint), dimension))
        {
            int days = firstRecent.DayNumber - (place.Min(complaint => complaint.Day) ?? firstDay).DayNumber;
            if (days >= FewestPastDays)
            {
                double ratio = (double)RecentDays / days;
                double growth = Candidate.Voices(now[place.Key]) / (Candidate.Voices(place) * ratio);
                ratios[place.Key] = ratio * Math.Max(1, growth);
            }
        }

        return ratios;
    }

    /// <summary>The ten strongest terms of every theme, and out of how many they were picked: all that could have risen in two places.</summary>
    private (List<EchoPattern> Patterns, int Tried) ThemePatterns()
    {
        List<EchoPattern> patterns = [];
        int tried = 0;
        string[] themes = [.. recent.SelectMany(text => ThemesOf(text.Complaint)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string theme in themes)
        {
            ReadText[] now = [.. recent.Where(text => ThemesOf(text.Complaint).Contains(theme, StringComparer.Ordinal))];
            ReadText[] before = [.. past.Where(text => ThemesOf(text.Complaint).Contains(theme, StringComparer.Ordinal))];
            tried += now.SelectMany(text => text.Terms).CountBy(term => term).Count(pair => pair.Value >= 2 * FewestComplaints);
            patterns.AddRange(DistinctiveTerms.Find(TermCounts.Table(index, now, before)).Select(term => new EchoPattern(theme, null, term.Term, With(now, term.Term), With(before, term.Term))));
        }

        return (patterns, Math.Max(tried, patterns.Count));
    }

    private EchoPattern OfNewTheme(NewTheme theme)
    {
        HashSet<long> members = [.. theme.ComplaintIds];
        return new EchoPattern(
            null, theme, null, [.. recent.Select(text => text.Complaint).Where(IsMember)], [.. past.Select(text => text.Complaint).Where(IsMember)]);

        bool IsMember(ArchivedComplaint complaint) => members.Contains(complaint.ComplaintId);
    }

    private ArchivedComplaint[] With(IEnumerable<ReadText> texts, string term) =>
        index.Find(term) is { } number ? [.. texts.Where(text => text.Terms.Contains(number)).Select(text => text.Complaint)] : [];

    /// <summary>The strongest of those that tell of the same complaints, with the terms of the others of its theme and dimension.</summary>
    private static List<(Candidate Candidate, List<string> Terms)> Folded(IEnumerable<Candidate> candidates)
    {
        List<(Candidate Candidate, List<string> Terms)> kept = [];
        foreach (Candidate candidate in candidates)
        {
            (Candidate Candidate, List<string> Terms) same = kept.Find(other => IsSame(other.Candidate, candidate));
            if (same.Candidate is null)
            {
                kept.Add((candidate, candidate.Pattern.NewTheme is { } theme ? [.. theme.Terms.Take(EchoWording.MostTerms).Select(term => term.Term)] : [candidate.Pattern.Term!]));
            }
            else if (candidate.Pattern.Term is { } term && string.Equals(candidate.Pattern.Theme, same.Candidate.Pattern.Theme, StringComparison.Ordinal) && !same.Terms.Contains(term, StringComparer.Ordinal))
            {
                same.Terms.Add(term);
            }
        }

        return kept;
    }

    private static bool IsSame(Candidate one, Candidate other)
    {
        int shared = one.ComplaintIds.Intersect(other.ComplaintIds).Count();
        return shared >= SharedPart * Math.Min(one.ComplaintIds.Count, other.ComplaintIds.Count);
    }

    private Echo Describe((Candidate Candidate, List<string> Terms) found)
    {
        (Candidate candidate, List<string> terms) = found;
        HashSet<long> ids = [.. candidate.ComplaintIds];
        ReadText[] members = [.. recent.Where(text => ids.Contains(text.Complaint.ComplaintId))];
        EchoPlace[] places = [.. candidate.Rising.Select(place => new EchoPlace(place.Code, wording.Place(candidate.Dimension, place.Code), place.Observed, place.Expected))];
        string title = wording.Title(candidate.Pattern, terms);
        return new Echo
        {
            Title = title,
            Theme = candidate.Pattern.Theme,
            NewThemeId = candidate.Pattern.NewTheme?.Id,
            Terms = terms,
            Dimension = candidate.Dimension,
            Places = places,
            FirstDay = members.Min(text => text.Complaint.Day) ?? firstRecent,
            LastDay = members.Max(text => text.Complaint.Day) ?? lastDay,
            Sentence = wording.Sentence(title, places),
            Examples = [.. RepresentativeSentences.Choose([.. members.Select(text => text.Complaint)], TermCounts.Table(index, members, past)).Take(EchoWording.MostTerms)],
            ComplaintIds = [.. ids.Order()],
        };
    }

    private static IEnumerable<string> ThemesOf(ArchivedComplaint complaint) => complaint.Codes.Where(code => code.Key == Dimension.Theme).Select(code => code.Value);

    /// <summary>A pattern in the places of one dimension.</summary>
    private sealed record Candidate(EchoPattern Pattern, Dimension Dimension, double LogPValue, IReadOnlyList<RisingPlace> Rising, IReadOnlyList<long> ComplaintIds)
    {
        public static Candidate Of(EchoPattern pattern, Dimension dimension, Dictionary<string, double> daysRatios, int fewest, double level)
        {
            ILookup<string, ArchivedComplaint> now = ByPlace(pattern.Recent, dimension);
            ILookup<string, ArchivedComplaint> before = ByPlace(pattern.Past, dimension);
            RisingPlace[] rising = [.. now
                .Where(place => daysRatios.ContainsKey(place.Key))
                .Select(place => RisingPlace.Of(place.Key, Voices(place), Voices(before[place.Key]), daysRatios[place.Key]))
                .Where(place => place.Observed >= fewest && place.LogPValue < Math.Log(level))
                .OrderBy(place => place.LogPValue).ThenBy(place => place.Code, StringComparer.Ordinal)];
            int places = now.Count;

            // The two least likely places of all: as many pairs could have been picked. Two chances that multiply to x or less have the chance x (1 − ln x)
            // together (R. A. Fisher 1932, Statistical Methods for Research Workers, 4th ed., § 21.1).
            double both = rising.Length < 2 ? 0 : rising[0].LogPValue + rising[1].LogPValue;
            double logPValue = both + Math.Log(1 - both) + (both < 0 ? Math.Log(places * (places - 1) / 2.0) : 0);
            HashSet<string> codes = rising.Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
            return new Candidate(pattern, dimension, logPValue, rising, [.. now.Where(place => codes.Contains(place.Key)).SelectMany(place => place).Select(complaint => complaint.ComplaintId)]);
        }

        public static ILookup<string, ArchivedComplaint> ByPlace(IEnumerable<ArchivedComplaint> complaints, Dimension dimension) => complaints
            .SelectMany(complaint => complaint.Codes.Where(code => code.Key == dimension).Select(code => (code.Value, complaint)))
            .ToLookup(pair => pair.Value, pair => pair.complaint, StringComparer.Ordinal);

        /// <summary>A letter campaign is one voice.</summary>
        public static int Voices(IEnumerable<ArchivedComplaint> complaints) => complaints.DistinctBy(complaint => complaint.Voice).Count();
    }
}

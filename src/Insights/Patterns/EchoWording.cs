using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Insights.Patterns;

/// <summary>Titles and sentences of echoes.</summary>
internal sealed class EchoWording(ComplaintCollection collection, DateOnly firstRecent, DateOnly lastDay)
{
    public const int MostTerms = 3;

    private readonly SignalWording names = new(collection);

    public string Place(Dimension dimension, string code) => names.Name(new(dimension, code));

    public string Title(EchoPattern pattern, IEnumerable<string> terms) => pattern.NewTheme is { } theme
        ? $"New theme: {theme.Name}"
        : $"{names.Name(new(Dimension.Theme, pattern.Theme!))}: {string.Join(", ", terms.Take(MostTerms).Select(term => $"“{term}”"))}";

    public string Sentence(string title, IReadOnlyList<EchoPlace> places)
    {
        string counted = string.Join("; ", places.Select(place => $"{place.Name}, {WordsFor.Figure(place.Observed)} against {WordsFor.Expected(place.Expected)} expected from its own past"));
        return $"{title} rose in {WordsFor.Number(places.Count)} places at once between {WordsFor.Date(firstRecent)} and {WordsFor.Date(lastDay)}: {counted}.";
    }
}

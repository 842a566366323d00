using System.Globalization;
using Insights.Statistics;

namespace Insights.Detection;

/// <summary>
/// Complaints that gather slowly in a very sparse series: the shortest stretches of time, up to half a year, that hold the last two, three, … complaints, and the exact
/// chance of so many in so short a time. A chart of the times between complaints and a scan of windows that end now are one here, as a window that begins between
/// two complaints is longer and holds no more. What is expected of a window leaves its own complaints out.
/// Sources: J. Benneyan (2001), Health Care Management Science 4, pp. 305–318 (times between events); J. Naus (1965), JASA 60, pp. 532–538 (scan).
/// </summary>
internal sealed class ComplaintGathering
{
    /// <summary>
    /// At most four complaints a year: the newest three weeks seldom hold two. Above, on simulated series (seed 777), windows found nothing that the outbreak score did not.
    /// </summary>
    private const double LargestMean = 0.08;

    /// <summary>What a rise of half a year began with is still known; what is older has become the level.</summary>
    private const double WidestWeeks = 26;

    /// <summary>Two complaints near each other are the outbreak score's.</summary>
    private const int FewestComplaints = 3;

    /// <summary>Jeffreys' prior for a Poisson mean.</summary>
    private const double PriorCases = 0.5;
    private static readonly ComplaintGathering None = new([]);
    private readonly IReadOnlyList<Window> windows;

    private ComplaintGathering(IReadOnlyList<Window> windows) => this.windows = windows;

    /// <summary>The windows that end in a period, from complaints before it alone; none where the series is not sparse or too short for a course.</summary>
    public static ComplaintGathering Before(CountSeries series, int period, BaselineForecaster forecaster)
    {
        if (!forecaster.IsHarmonic || forecaster.Of(period).Mean >= LargestMean)
        {
            return None;
        }

        List<Window> found = [];
        double judged = forecaster.Of(period).Mean;
        double earlier = 0;
        int complaints = 0;
        int first = Math.Max(0, period - series.PeriodsIn(WidestWeeks) + 1);
        for (int start = period - 1; start >= first; start--)
        {
            earlier += forecaster.Of(start).Mean;
            complaints += series.Counts[start];
            if (series.Counts[start] > 0)
            {
                double mean = (judged + earlier) * LevelWithout(complaints, earlier, forecaster.ComplaintsBefore(start));
                found.Add(new Window(complaints, period - start + 1, mean, forecaster.DispersionOf(period, mean)));
            }
        }

        return new ComplaintGathering(found);
    }

    /// <summary>−ln of the smallest chance of any window, if so many complaints come in the newest period; negative infinity where none is judged.</summary>
    public double Score(int newest) => Strongest(newest)?.Score ?? double.NegativeInfinity;

    /// <summary>"4 complaints in 19 periods where 0.6 are expected".</summary>
    public string Describe(int newest) => Strongest(newest) is { } strongest
        ? string.Create(CultureInfo.InvariantCulture, $"{strongest.Window.Earlier + newest} complaints in {strongest.Window.Periods} periods where {strongest.Window.Mean:0.0} are expected")
        : string.Empty;

    /// <summary>
    /// The course's level had the window been left out of its fit, as a factor: a course fitted by likelihood expects of its whole past as many complaints as came in it.
    /// Never above 1, which would only say that outbreaks of the past were set aside.
    /// </summary>
    private static double LevelWithout(int complaints, double expected, int before) =>
        Math.Min(1, (before + PriorCases) / Math.Max(PriorCases, before + complaints - expected + PriorCases));

    private (Window Window, double Score)? Strongest(int newest)
    {
        (Window Window, double Score)? best = null;
        foreach (Window window in windows)
        {
            int complaints = window.Earlier + newest;
            if (newest > 0 && complaints >= FewestComplaints)
            {
                double tail = NegativeBinomialDistribution.UpperTail(complaints, window.Mean, window.Dispersion);
                double score = -Math.Log(Math.Max(double.Epsilon, tail));
                best = best is { } known && known.Score >= score ? best : (window, score);
            }
        }

        return best;
    }

    /// <param name="Earlier">Complaints before the newest period.</param>
    /// <param name="Periods">Length, the newest period included.</param>
    /// <param name="Mean">Expected complaints.</param>
    /// <param name="Dispersion">φ of their sum.</param>
    private readonly record struct Window(int Earlier, int Periods, double Mean, double Dispersion);
}

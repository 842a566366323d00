using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>All complaints of the signal's periods except the signal's own: what happened elsewhere at the same time.</summary>
/// <param name="Observed">Complaints elsewhere.</param>
/// <param name="Expected">Expected elsewhere.</param>
internal readonly record struct RestOfCollection(int Observed, double Expected)
{
    public double Ratio => Expected > 0 ? Observed / Expected : 1;

    public static RestOfCollection Of(RivalContext context)
    {
        RaisedWindow window = context.Window;
        ExpectedCourse course = context.Courses.For(context.Counts.All, window.Start);
        return new(context.Counts.All.Sum(window.Start, window.End) - window.Observed, Math.Max(0, course.Sum(window.Start, window.End) - window.Expected));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Insights.Detection;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

/// <summary>The paragraph of a signal can be checked by the reader: every figure in it has what it is of.</summary>
public sealed partial class SignalParagraphTests
{
    [Fact]
    public async Task Share_IsSaidWithTheComplaintsItIsOf()
    {
        ComplaintWorld world = Surge("My parcel was lost.");

        Signal signal = (await world.AnalyseAsync(judgesShares: true)).Signals.First(signal => signal.Title == "Lost documents");

        Match said = Share().Match(signal.Explanation!.Paragraph!);
        said.Success.ShouldBeTrue(signal.Explanation.Paragraph);
        int all = world.CountBetween(signal.Since.Start, signal.Period.End);
        Figure(said, "all").ShouldBe(all);
        Figure(said, "part").ShouldBe(Math.Round(100.0 * signal.Observed / all));
        Figure(said, "earlier").ShouldBe(Math.Round(100 * signal.Expected / all));
    }

    [Fact]
    public async Task Count_IsSaidWithoutAShare()
    {
        Signal signal = (await Surge("My parcel was lost.").AnalyseAsync()).Signals.First(signal => signal.Title == "Lost documents");

        signal.Explanation!.Paragraph!.ShouldMatch(@"^Lost documents: \d+ complaints from [^,]+ to [^,]+, where [\d.]+ were expected\. ");
        signal.Explanation.Paragraph!.ShouldMatch(@" It (began|rose most) (in the week of|between) ");
    }

    [Fact]
    public async Task Genitive_IsNoWordOfItsOwn()
    {
        Signal signal = (await Surge("The courier’s van lost it. The courier was no help.").AnalyseAsync()).Signals.First(signal => signal.Title == "Lost documents");

        signal.Explanation!.Terms.ShouldContain(term => term.Term.Contains("courier", StringComparison.Ordinal));
        signal.Explanation.Terms.ShouldNotContain(term => term.Term.Contains('\''));
    }

    private static ComplaintWorld Surge(string text)
    {
        ComplaintWorld world = ComplaintWorld.Quiet();
        for (int week = 140; week < 144; week++)
        {
            foreach (string office in (string[])["Ashford", "Bolton", "Crewe"])
            {
                world.With(6, week, "lost", office, text: text);
            }
        }

        return world;
    }

    private static double Figure(Match said, string group) => double.Parse(said.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"complaints from [^,]+ to [^,]+, (?<part>\d+)% of (?<all>[\d,]+), where its earlier share of (?<earlier>\d+)% makes", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();
}

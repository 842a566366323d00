namespace Insights.Classification;

/// <summary>
/// Chooses below which probability a model's answer goes to a person (the reject option of Chow 1970, On optimum recognition error and reject tradeoff, p. 41):
/// as few as are needed for the accuracy wanted among the others, but never more than the office can take.
/// </summary>
internal static class AbstainBand
{
    /// <summary>The probability below which an answer is not used.</summary>
    /// <param name="answers">Answers about rows that the fit had not seen.</param>
    /// <param name="mostReviewed">Largest share that may go to a person, 0 to 1.</param>
    /// <param name="wantedAccuracy">Share of right answers wanted among the others, 0 to 1.</param>
    public static double Choose(IEnumerable<JudgedAnswer> answers, double mostReviewed, double wantedAccuracy)
    {
        JudgedAnswer[] rising = [.. answers.OrderBy(answer => answer.Probability)];
        int reviewed = 0;
        int right = rising.Count(answer => answer.IsRight);
        int most = (int)(rising.Length * mostReviewed);
        while (reviewed < most && right < wantedAccuracy * (rising.Length - reviewed))
        {
            right -= rising[reviewed].IsRight ? 1 : 0;
            reviewed++;
        }

        return reviewed == 0 ? 0 : rising[reviewed].Probability;
    }

    /// <summary>What a threshold does.</summary>
    public static CoveragePoint At(IEnumerable<JudgedAnswer> answers, double reviewBelow)
    {
        JudgedAnswer[] all = [.. answers];
        JudgedAnswer[] used = [.. all.Where(answer => answer.Probability >= reviewBelow)];
        return new CoveragePoint(reviewBelow, (double)(all.Length - used.Length) / Math.Max(1, all.Length), used.Count(answer => answer.IsRight) / (double)Math.Max(1, used.Length));
    }

    /// <summary>How right the others are when more and more of the least sure answers go to a person.</summary>
    public static IReadOnlyList<CoveragePoint> Curve(IEnumerable<JudgedAnswer> answers)
    {
        const int Steps = 20;
        JudgedAnswer[] rising = [.. answers.OrderBy(answer => answer.Probability)];
        var points = new List<CoveragePoint>();
        for (int step = 0; step < Steps && rising.Length > 0; step++)
        {
            int reviewed = rising.Length * step / Steps;
            JudgedAnswer[] used = rising[reviewed..];
            points.Add(new CoveragePoint(step == 0 ? 0 : used[0].Probability, (double)reviewed / rising.Length, used.Count(answer => answer.IsRight) / (double)used.Length));
        }

        return points;
    }
}

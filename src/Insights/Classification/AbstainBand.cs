namespace Insights.Classification;

/// <summary>
/// Chooses below which probability a model's answer goes to a person (the reject option of Chow 1970, On optimum recognition error and reject tradeoff, p. 41):
/// as few as are needed for the accuracy wanted among the others, but never more than the office can take.
/// </summary>
internal static class AbstainBand
{
    /// <summary>The probability below which an answer is not used.</summary>
    /// <param name="report">Predictions for rows that the fit had not seen.</param>
    /// <param name="right">The right label of each row.</param>
    /// <param name="mostReviewed">Largest share that may go to a person, 0 to 1.</param>
    /// <param name="wantedAccuracy">Share of right answers wanted among the others, 0 to 1.</param>
    public static double Choose(HeadReport report, IReadOnlyList<int> right, double mostReviewed, double wantedAccuracy)
    {
        (double Probability, bool IsRight)[] answers = [.. report.OutOfFold
            .Select((prediction, row) => (prediction, row))
            .Where(pair => pair.prediction is not null)
            .Select(pair => (pair.prediction!.Probabilities[pair.prediction.Labels[0]], right[pair.row] == pair.prediction.Labels[0]))
            .OrderBy(answer => answer.Item1)];
        int reviewed = 0;
        int rightAnswers = answers.Count(answer => answer.IsRight);
        int most = (int)(answers.Length * mostReviewed);
        while (reviewed < most && rightAnswers < wantedAccuracy * (answers.Length - reviewed))
        {
            rightAnswers -= answers[reviewed].IsRight ? 1 : 0;
            reviewed++;
        }

        return reviewed == 0 ? 0 : answers[reviewed].Probability;
    }
}

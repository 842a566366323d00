namespace Insights.Classification;

/// <summary>Fits probabilities to scores that were given to rows the fit had not seen.</summary>
internal static class CalibrationTrainer
{
    private const int ChoosingFolds = 2;
    private const double SmallestProbability = 1e-6;

    /// <summary>Temperatures tried for one label a row: 1/10 to 1000 in steps of 5%, coarse against the sampling error of any real data set.</summary>
    private const double FirstTemperature = 0.1;
    private const double LastTemperature = 1000;
    private const double TemperatureStep = 1.05;

    /// <summary>The curve for one label: of Platt's and the isotonic one, that with the smaller logarithmic loss on rows it had not seen.</summary>
    public static CalibrationCurve FitCurve(float[] scores, bool[] isPositive)
    {
        double platt = 0;
        double isotonic = 0;
        for (int fold = 0; fold < ChoosingFolds; fold++)
        {
            (float[] trainScores, bool[] trainLabels) = Part(scores, isPositive, fold, inFold: false);
            (float[] testScores, bool[] testLabels) = Part(scores, isPositive, fold, inFold: true);
            platt += Loss(PlattCurve(trainScores, trainLabels), testScores, testLabels);
            isotonic += Loss(IsotonicCurve(trainScores, trainLabels), testScores, testLabels);
        }

        return isotonic < platt ? IsotonicCurve(scores, isPositive) : PlattCurve(scores, isPositive);
    }

    /// <summary>
    /// The factor T such that softmax(T · scores) has the smallest logarithmic loss (temperature scaling; Guo, Pleiss, Sun and Weinberger 2017,
    /// On calibration of modern neural networks, p. 5; T stands for their 1/T).
    /// </summary>
    public static double FitTemperature(float[] scores, int stride, LabelMatrix labels)
    {
        double best = 1;
        double bestLoss = double.MaxValue;
        var probabilities = new double[labels.Codes.Count];
        for (double temperature = FirstTemperature; temperature < LastTemperature; temperature *= TemperatureStep)
        {
            double loss = 0;
            for (int row = 0; row < labels.RowCount; row++)
            {
                ReadOnlySpan<float> ofRow = scores.AsSpan(row * stride, labels.Codes.Count);
                if (!float.IsNaN(ofRow[0]) && labels.LabelsOf(row).Length > 0)
                {
                    Softmax(ofRow, temperature, probabilities);
                    loss -= Math.Log(Math.Max(SmallestProbability, probabilities[labels.LabelsOf(row)[0]]));
                }
            }

            if (loss < bestLoss)
            {
                (best, bestLoss) = (temperature, loss);
            }
        }

        return best;
    }

    /// <summary>exp(T·score) / Σ exp(T·score).</summary>
    public static void Softmax(ReadOnlySpan<float> scores, double temperature, Span<double> probabilities)
    {
        double largest = double.NegativeInfinity;
        foreach (float score in scores)
        {
            largest = Math.Max(largest, score);
        }

        double sum = 0;
        for (int label = 0; label < scores.Length; label++)
        {
            probabilities[label] = Math.Exp(temperature * (scores[label] - largest));
            sum += probabilities[label];
        }

        for (int label = 0; label < scores.Length; label++)
        {
            probabilities[label] /= sum;
        }
    }

    private static CalibrationCurve PlattCurve(float[] scores, bool[] isPositive)
    {
        (double slope, double offset) = PlattCalibration.Fit(scores, isPositive);
        return CalibrationCurve.Platt(slope, offset);
    }

    private static CalibrationCurve IsotonicCurve(float[] scores, bool[] isPositive)
    {
        (float[] knots, float[] probabilities) = IsotonicCalibration.Fit(scores, isPositive);
        return knots.Length == 0 ? CalibrationCurve.Platt(0, 0) : CalibrationCurve.Isotonic(knots, probabilities);
    }

    private static (float[] Scores, bool[] Labels) Part(float[] scores, bool[] isPositive, int fold, bool inFold)
    {
        int[] rows = [.. Enumerable.Range(0, scores.Length).Where(row => (row % ChoosingFolds == fold) == inFold)];
        return ([.. rows.Select(row => scores[row])], [.. rows.Select(row => isPositive[row])]);
    }

    private static double Loss(CalibrationCurve curve, float[] scores, bool[] isPositive)
    {
        double loss = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            double probability = Math.Clamp(curve.Probability(scores[row]), SmallestProbability, 1 - SmallestProbability);
            loss -= Math.Log(isPositive[row] ? probability : 1 - probability);
        }

        return loss;
    }
}

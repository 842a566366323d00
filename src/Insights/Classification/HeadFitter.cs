using Insights.Evaluation;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Chooses settings, thresholds and calibration of one head by cross-validation and fits it on all rows. Rows beyond those with a content hash are known phrases:
/// every fit learns from them, none is measured on them.
/// </summary>
internal sealed class HeadFitter(SparseRows rows, FeatureLayout layout, LabelMatrix labels, ulong[] contentHashes, TextClassifierOptions options, HeadNetwork? network = null, int[]? folds = null)
{
    private readonly int stride = HeadWeights.PaddedLabels(labels.Codes.Count);
    private readonly int[] foldOfRow = FoldAssignment.Extend(folds ?? FoldAssignment.Deal(labels, contentHashes, options.FoldCount), labels.RowCount);
    private readonly int foldsToFit = folds is null ? options.FoldsToFit : folds.Max() + 1;
    private readonly int measuredRows = contentHashes.Length;

    /// <summary>Fits the head and reports what cross-validation measured.</summary>
    public (ClassifierHead Head, HeadReport Report) Fit(string name, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        (LinearTrainingOptions chosen, float[] linear) = Choose(name, progress, cancellationToken);
        (NetworkShare share, float[] scores) = ChooseShare(linear);
        progress?.Report($"Fitting {name} on all rows");
        var trainer = new HeadTrainer(rows, layout, labels, measuredRows);
        HeadWeights weights = trainer.Fit(AllRows(), chosen);
        ClassifierHead head = Calibrate(name, weights, scores, share);
        return (head, new HeadReport
        {
            Name = name,
            Options = chosen,
            NetworkFactor = share.Factor,
            Epochs = trainer.Epochs,
            Converged = trainer.Converged,
            Evaluation = Evaluate(head, scores),
            Baseline = MajorityBaseline(),
            Contradictions = LabelContradictions.Find(head, scores, stride, labels),
            OutOfFold = [.. Enumerable.Range(0, measuredRows).Select(row => Prediction(head, scores, row))],
        });
    }

    /// <summary>How good a fit on a share of the rows is, measured on the other rows of a random fifth: writers are on both sides.</summary>
    public IReadOnlyList<LearningPoint> MeasureLearningCurve(LinearTrainingOptions chosen, IReadOnlyList<double> shares)
    {
        int[] dealt = FoldAssignment.Deal(labels, contentHashes, options.FoldCount);
        int[] training = FoldAssignment.Rows(dealt, 0, inFold: false);
        int[] test = FoldAssignment.Rows(dealt, 0, inFold: true);
        var random = new SeededRandom(chosen.Seed);
        random.Shuffle(training);
        var points = new List<LearningPoint>();
        foreach (double share in shares.Append(1))
        {
            int[] part = training[..Math.Max(1, (int)(training.Length * share))];
            HeadWeights weights = new HeadTrainer(rows, layout, labels, measuredRows).Fit(part, chosen);
            var scores = new float[labels.RowCount * stride];
            Array.Fill(scores, float.NaN);
            foreach (int row in test)
            {
                weights.Score(rows, layout, row, scores.AsSpan(row * stride, stride));
            }

            ClassifierEvaluation evaluation = Evaluate(Calibrate("learning curve", weights, scores), scores);
            points.Add(new LearningPoint(part.Length, evaluation.Accuracy, evaluation.MicroF1, evaluation.MacroF1));
        }

        return points;
    }

    private int[] AllRows() => [.. Enumerable.Range(0, labels.RowCount)];

    private (LinearTrainingOptions Chosen, float[] Scores) Choose(string name, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        LinearTrainingOptions? best = null;
        float[] bestScores = [];
        double bestMerit = double.MinValue;
        for (int candidate = 0; candidate < options.Candidates.Count; candidate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report($"Cross-validating {name}: settings {candidate + 1} of {options.Candidates.Count}");
            LinearTrainingOptions tried = options.Candidates[candidate];
            float[] scores = new HeadTrainer(rows, layout, labels, measuredRows).ScoreOutOfFold(foldOfRow, foldsToFit, tried);
            double merit = options.Candidates.Count == 1 ? 0 : Merit(scores);
            if (merit > bestMerit)
            {
                (best, bestScores, bestMerit) = (tried, scores, merit);
            }
        }

        return (best!, bestScores);
    }

    /// <summary>How much of the word network helps most, by the logarithmic loss: it moves evenly where F1 jumps with every threshold.</summary>
    private (NetworkShare Share, float[] Scores) ChooseShare(float[] linear)
    {
        (NetworkShare Share, float[] Scores) best = (NetworkShare.None, linear);
        double leastLoss = network is null ? 0 : Loss(linear);
        foreach (float factor in network is null ? [] : HeadNetwork.Factors)
        {
            NetworkShare share = new(network!.Start, factor);
            float[] scores = network.Add(linear, stride, labels.Codes.Count, measuredRows, factor);
            double loss = Loss(scores);
            if (loss < leastLoss)
            {
                (best, leastLoss) = ((share, scores), loss);
            }
        }

        return best;
    }

    private double Loss(float[] scores)
    {
        ClassifierHead head = Calibrate("candidate", null, scores);
        double loss = 0;
        for (int row = 0; row < measuredRows; row++)
        {
            if (Prediction(head, scores, row) is { } prediction)
            {
                loss += LogarithmicLoss.Of(prediction, labels, row);
            }
        }

        return loss;
    }

    /// <summary>What settings are chosen by: the mean of the measure for common labels and the one for rare labels.</summary>
    private double Merit(float[] scores)
    {
        ClassifierEvaluation evaluation = Evaluate(Calibrate("candidate", null, scores), scores);
        return (evaluation.MicroF1 + evaluation.MacroF1) / 2;
    }

    private ClassifierHead Calibrate(string name, HeadWeights? weights, float[] scores, NetworkShare? share = null)
    {
        HeadWeights any = weights ?? new HeadWeights(labels.Codes.Count, [], [], new float[stride], new double[FeatureLayout.BlockCount], []);
        if (!labels.IsMultiLabel)
        {
            return new ClassifierHead(name, labels.Codes, any, CalibrationTrainer.FitTemperature(scores, stride, labels), [], [], share);
        }

        int[] scored = [.. AllRows().Where(row => !float.IsNaN(scores[row * stride]))];
        CalibrationCurve[] curves = [.. Enumerable.Range(0, labels.Codes.Count).Select(label => CalibrationTrainer.FitCurve(
            [.. scored.Select(row => scores[(row * stride) + label])],
            [.. scored.Select(row => labels.Has(row, label))]))];
        return new ClassifierHead(name, labels.Codes, any, 1, curves, ThresholdTrainer.Fit(scores, stride, labels, foldOfRow, foldsToFit), share);
    }

    private ClassifierEvaluation Evaluate(ClassifierHead head, float[] scores)
    {
        var evaluator = new ClassifierEvaluator(labels.Codes, labels.IsMultiLabel);
        foreach (int row in AllRows())
        {
            if (Prediction(head, scores, row) is { } prediction)
            {
                evaluator.Add(prediction, labels.LabelsOf(row));
            }
        }

        return evaluator.Evaluate();
    }

    private HeadPrediction? Prediction(ClassifierHead head, float[] scores, int row)
    {
        Span<float> ofRow = scores.AsSpan(row * stride, labels.Codes.Count);
        return float.IsNaN(ofRow[0]) ? null : head.Decide(ofRow);
    }

    /// <summary>The naive answer: always the commonest label.</summary>
    private ClassifierEvaluation MajorityBaseline()
    {
        int commonest = Enumerable.Range(0, labels.Codes.Count).MaxBy(label => labels.Support[label]);
        var probabilities = new double[labels.Codes.Count];
        probabilities[commonest] = (double)labels.Support[commonest] / labels.RowCount;
        var evaluator = new ClassifierEvaluator(labels.Codes, labels.IsMultiLabel);
        for (int row = 0; row < measuredRows; row++)
        {
            evaluator.Add(new HeadPrediction(probabilities, [commonest]), labels.LabelsOf(row));
        }

        return evaluator.Evaluate();
    }
}

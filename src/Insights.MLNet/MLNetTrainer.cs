using Insights.Classification;
using Insights.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;

namespace Insights.MLNet;

/// <summary>
/// Fits ML.NET's own text pipeline on labelled texts: TF-IDF of word 1–2-grams and character trigrams, then maximum entropy for one label a text or
/// one logistic regression a label for several. One row in five is kept apart first: it chooses the threshold and measures.
/// </summary>
public sealed class MLNetTrainer(IProgress<string>? progress)
{
    internal const int Seed = 1;
    private const int HoldOutEvery = 5;
    private const string Features = "Features";
    private const string Probabilities = nameof(LabelProbabilities.Probabilities);

    /// <summary>Compared with a quarter, four and five times as much on the rows kept apart of the comments of patients, then kept for all data.</summary>
    private const float WeightDecay = 2e-5f;

    /// <summary>SDCA goes on for minutes after its last gain on such small sets.</summary>
    private const int MostPasses = 30;


    private readonly MLContext context = new(Seed);

    /// <summary>Fits and measures.</summary>
    /// <param name="rows">Rows with labels; their order does not matter.</param>
    /// <param name="isMultiLabel">True when a row may carry several labels or none.</param>
    /// <returns>The model of all rows, and what a fit of four fifths said about the fifth.</returns>
    public (MLNetModel Model, ClassifierEvaluation HeldOut) Fit(IReadOnlyList<LabelledText> rows, bool isMultiLabel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        LabelledText[] sorted = [.. rows.OrderBy(row => row.Text, StringComparer.Ordinal).ThenBy(row => string.Join('\n', row.Labels), StringComparer.Ordinal)];
        string[] codes = [.. sorted.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        LabelledText[] heldOut = [.. sorted.Where((_, row) => row % HoldOutEvery == 0)];
        LabelledText[] others = [.. sorted.Where((_, row) => row % HoldOutEvery != 0)];

        progress?.Report($"ML.NET: fitting {others.Length} rows, to measure on {heldOut.Length}");
        using MLNetModel first = FitOn(others, codes, isMultiLabel, threshold: 0);
        (double threshold, ClassifierEvaluation measured) = Measure(first, heldOut);
        progress?.Report($"ML.NET: fitting all {sorted.Length} rows");
        return (FitOn(sorted, codes, isMultiLabel, threshold), measured);
    }

    private MLNetModel FitOn(LabelledText[] rows, string[] codes, bool isMultiLabel, double threshold)
    {
        Dictionary<string, uint> numberOf = codes.Index().ToDictionary(code => code.Item, code => (uint)code.Index, StringComparer.Ordinal);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(TextRow));
        schema[nameof(TextRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), codes.Length);
        IDataView texts = context.Data.LoadFromEnumerable(
            rows.Select(row => new TextRow { Text = row.Text, Label = isMultiLabel || row.Labels.Count == 0 ? 0 : numberOf[row.Labels[0]] }), schema);
        ITransformer featurizer = Featurizer().Fit(texts);
        ITransformer pipeline = isMultiLabel
            ? featurizer.Append(FitEachLabel(featurizer.Transform(texts), rows, codes))
            : featurizer.Append(FitOneLabel(featurizer.Transform(texts)));
        return new MLNetModel(context, pipeline, texts.Schema, codes, isMultiLabel, threshold);
    }

    private TextFeaturizingEstimator Featurizer() => context.Transforms.Text.FeaturizeText(
        Features,
        new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 2, UseAllLengths = true, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
            CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 3, UseAllLengths = false, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
            KeepPunctuations = false,
        },
        nameof(TextRow.Text));

    private TransformerChain<ColumnCopyingTransformer> FitOneLabel(IDataView features) => context.MulticlassClassification.Trainers
        .SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { FeatureColumnName = Features, NumberOfThreads = 1, L2Regularization = WeightDecay, MaximumNumberOfIterations = MostPasses })
        .Append(context.Transforms.CopyColumns(Probabilities, "Score"))
        .Fit(features);

    private TransformerChain<ColumnConcatenatingTransformer> FitEachLabel(IDataView view, LabelledText[] rows, string[] codes)
    {
        VBuffer<float>[] features = [.. view.GetColumn<VBuffer<float>>(Features).Select(Copy)];
        SchemaDefinition schema = SchemaDefinition.Create(typeof(FlaggedFeatures));
        schema[nameof(FlaggedFeatures.Features)].ColumnType = view.Schema[Features].Type;
        ITransformer? chain = null;
        foreach (string code in codes)
        {
            IDataView flagged = context.Data.LoadFromEnumerable(
                features.Select((values, row) => new FlaggedFeatures { Features = values, Label = rows[row].Labels.Contains(code, StringComparer.Ordinal) }), schema);
            ITransformer fitted = context.BinaryClassification.Trainers
                .SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { FeatureColumnName = Features, NumberOfThreads = 1, L2Regularization = WeightDecay, MaximumNumberOfIterations = MostPasses })
                .Append(context.Transforms.CopyColumns(code, "Probability"))
                .Fit(flagged);
            chain = chain is null ? fitted : chain.Append(fitted);
        }

        IDataView done = chain!.Transform(view);
        return chain.Append(context.Transforms.Concatenate(Probabilities, codes).Fit(done));
    }

    // The cursor fills the same arrays for every row.
    private static VBuffer<float> Copy(VBuffer<float> values)
    {
        VBuffer<float> copy = default;
        values.CopyTo(ref copy);
        return copy;
    }

    /// <summary>The threshold of the best micro-F1 on rows the fit has not seen, and the measures at it.</summary>
    private static (double Threshold, ClassifierEvaluation Evaluation) Measure(MLNetModel model, LabelledText[] rows)
    {
        const int Steps = 20;
        HeadPrediction[] predictions = [.. rows.Select(row => model.Predict(row.Text))];
        int[][] right = [.. rows.Select(row => row.Labels.Select(label => model.Codes.Index().First(code => string.Equals(code.Item, label, StringComparison.Ordinal)).Index).Order().ToArray())];
        double[] thresholds = model.IsMultiLabel ? [.. Enumerable.Range(1, Steps - 1).Select(step => (double)step / Steps)] : [0];
        return thresholds.Select(threshold => (Threshold: threshold, Evaluation: At(threshold))).MaxBy(choice => choice.Evaluation.MicroF1);

        ClassifierEvaluation At(double threshold)
        {
            var evaluator = new ClassifierEvaluator(model.Codes, model.IsMultiLabel);
            for (int row = 0; row < rows.Length; row++)
            {
                HeadPrediction prediction = model.IsMultiLabel
                    ? predictions[row] with { Labels = [.. Enumerable.Range(0, model.Codes.Count).Where(label => predictions[row].Probabilities[label] >= threshold)] }
                    : predictions[row];
                evaluator.Add(prediction, right[row]);
            }

            return evaluator.Evaluate();
        }
    }
}

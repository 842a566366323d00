using Insights.Text;

namespace Insights.Classification;

/// <summary>How a classifier is trained. The defaults were fixed by cross-validation on training files only; docs/methods/classification.md has the figures.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>Up to this many rows a data set is small: pieces of words help, and settings are chosen by cross-validation. Above, both cost more than they give.</summary>
    public const int MostRowsOfSmallSet = 8_000;

    /// <summary>How texts become features.</summary>
    public required VectorizerOptions Vectorizer { get; init; }

    /// <summary>Settings to choose from by cross-validation; with one there is nothing to choose.</summary>
    public required IReadOnlyList<LinearTrainingOptions> Candidates { get; init; }

    /// <summary>Number of parts the rows are dealt into. 2 or more.</summary>
    public int FoldCount { get; init; } = 5;

    /// <summary>For how many parts a fit without them is made, 1 to <see cref="FoldCount"/>. One part gives enough rows for calibration in a large set.</summary>
    public int FoldsToFit { get; init; } = 5;

    /// <summary>True when the report shall hold a learning curve: three more fits.</summary>
    public bool MeasuresLearningCurve { get; init; } = true;

    /// <summary>The settings for a data set of this size and shape.</summary>
    /// <param name="rowCount">Number of labelled rows.</param>
    /// <param name="hasFields">True when texts consist of several fields.</param>
    public static TextClassifierOptions For(int rowCount, bool hasFields)
    {
        bool isSmall = rowCount <= MostRowsOfSmallSet;
        double fieldScale = hasFields ? 0.5 : 0;
        return new TextClassifierOptions
        {
            Vectorizer = new VectorizerOptions { UsesSubwords = isSmall, UsesFields = hasFields },
            Candidates = isSmall ? [.. SmallSetCandidates(fieldScale)] : [new LinearTrainingOptions { BlockScales = [1, 1, 1, fieldScale] }],
            FoldsToFit = isSmall ? 5 : 1,
            MeasuresLearningCurve = isSmall,
        };
    }

    private static IEnumerable<LinearTrainingOptions> SmallSetCandidates(double fieldScale) =>
        from cost in (double[])[0.1, 0.3, 1]
        from exponent in (double[])[0.35, 0.5]
        from balance in (double[])[0.3, 0.5]
        select new LinearTrainingOptions { Cost = cost, TermWeightExponent = exponent, ClassBalance = balance, TermWeightPriorTexts = 5, BlockScales = [1, 1, 1, fieldScale] };
}

namespace Insights.Classification;

/// <summary>Settings of one linear fit. Ranges are checked before any work.</summary>
public sealed record LinearTrainingOptions
{
    public LinearLoss Loss { get; init; } = LinearLoss.SquaredHinge;

    /// <summary>C, the price of an error against the size of the weights. Default 0.5; 0 &lt; C.</summary>
    public double Cost { get; init; } = 0.5;

    /// <summary>
    /// How far rare classes are lifted: a positive row costs C · (negative rows / positive rows)^value. Default ½; 0 (not at all) ≤ value ≤ 1 (fully balanced).
    /// </summary>
    public double ClassBalance { get; init; } = 0.5;

    /// <summary>
    /// Exponent of the weight that a term gets for what it tells about the labels; see <see cref="TermWeights"/>. Default ½; 0 (plain TF-IDF) ≤ value ≤ 2.
    /// </summary>
    public double TermWeightExponent { get; init; } = 0.5;

    /// <summary>Texts of the average mix of labels added to each term before that weight is taken. Default 1; 0 &lt; value.</summary>
    public double TermWeightPriorTexts { get; init; } = 1;

    /// <summary>Cost of a known phrase against that of a text. Default 1; 0 &lt; value.</summary>
    public double PhraseWeight { get; init; } = 1;

    /// <summary>Weight of each feature block (words, subwords, lexicon, fields) after it was brought to unit length; 0 switches a block off.</summary>
    public IReadOnlyList<double> BlockScales { get; init; } = [1, 1, 1, 1];

    /// <summary>The fit stops when no optimality condition is violated by more than this. Default 0.1, as LIBLINEAR's; 0 &lt; value.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>The fit stops after so many passes over the rows in any case. Default 60; 1 ≤ value.</summary>
    public int MostEpochs { get; init; } = 60;

    /// <summary>Seed of the order in which rows are visited. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Check()
    {
        Require(Cost > 0, nameof(Cost), Cost, "above 0");
        Require(ClassBalance is >= 0 and <= 1, nameof(ClassBalance), ClassBalance, "0 to 1");
        Require(TermWeightExponent is >= 0 and <= 2, nameof(TermWeightExponent), TermWeightExponent, "0 to 2");
        Require(TermWeightPriorTexts > 0, nameof(TermWeightPriorTexts), TermWeightPriorTexts, "above 0");
        Require(PhraseWeight > 0, nameof(PhraseWeight), PhraseWeight, "above 0");
        Require(Tolerance > 0, nameof(Tolerance), Tolerance, "above 0");
        Require(MostEpochs >= 1, nameof(MostEpochs), MostEpochs, "1 or more");
    }

    private static void Require(bool isAllowed, string name, double value, string range)
    {
        if (!isAllowed)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; it must be {range}."), name);
        }
    }
}

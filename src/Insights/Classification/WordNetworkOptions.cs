namespace Insights.Classification;

/// <summary>Settings of a word network. The defaults were chosen by cross-validation on the training files; docs/methods/classification.md has the figures.</summary>
public sealed record WordNetworkOptions
{
    /// <summary>Detectors over the word vectors, of which each text gives its strongest. Default 128; 1 or more.</summary>
    public int Detectors { get; init; } = 128;

    /// <summary>Passes over the texts. Default 16; 1 or more.</summary>
    public int FewestEpochs { get; init; } = 16;

    /// <summary>Small sets are passed over more often, until so many batches were learned from. Default 4000; 0 or more.</summary>
    public int FewestSteps { get; init; } = 4000;

    /// <summary>Step size at the beginning; it falls evenly to 0. Default 0.004; above 0.</summary>
    public double LearningRate { get; init; } = 0.004;

    /// <summary>Share of words hidden from each pass, so that no text is learned by heart. Default 0.3; 0 ≤ value &lt; 1.</summary>
    public double WordDropout { get; init; } = 0.3;

    /// <summary>Share of detectors hidden from each pass (Srivastava et al. 2014, Dropout). Default 0.5; 0 ≤ value &lt; 1.</summary>
    public double DetectorDropout { get; init; } = 0.5;

    /// <summary>Share of certainty taken from a label and spread over all (Szegedy et al. 2016, label smoothing). Default 0.05; 0 ≤ value &lt; 1.</summary>
    public double LabelSmoothing { get; init; } = 0.05;

    /// <summary>Weight of the losses of labels where several are allowed against those where one is. Default 1; above 0.</summary>
    public double ManyLabelsWeight { get; init; } = 1;

    /// <summary>Weight of a known phrase against a text. Default 0.3; above 0.</summary>
    public double PhraseWeight { get; init; } = 0.3;

    /// <summary>Seed of the first weights, the order of rows and what is hidden. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Words of fewer texts are not learned (but keep the vector they came with). Default 2; 1 or more.</summary>
    public int FewestTextsOfWord { get; init; } = 2;
}

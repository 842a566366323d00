namespace Insights.Classification;

/// <summary>What a word network should say about each row, head after head: probabilities, or NaN where nobody said.</summary>
internal sealed class NetworkTargets
{
    private readonly float[] targets;

    /// <param name="heads">For each head the labels of the measured rows.</param>
    /// <param name="phrases">Rows behind the measured ones: the head and the code each speaks for, −1 for none of them.</param>
    /// <param name="labelSmoothing">Certainty taken from each label.</param>
    public NetworkTargets(IReadOnlyList<LabelMatrix> heads, IReadOnlyList<(int Head, int Code)> phrases, double labelSmoothing)
    {
        Heads = heads;
        Starts = [.. heads.Select((_, head) => heads.Take(head).Sum(earlier => earlier.Codes.Count))];
        CodeCount = heads.Sum(head => head.Codes.Count);
        MeasuredRows = heads[0].RowCount;
        RowCount = MeasuredRows + phrases.Count;
        targets = new float[RowCount * CodeCount];
        Array.Fill(targets, float.NaN);
        for (int head = 0; head < heads.Count; head++)
        {
            Fill(head, labelSmoothing);
        }

        for (int phrase = 0; phrase < phrases.Count; phrase++)
        {
            FillPhrase(MeasuredRows + phrase, phrases[phrase], labelSmoothing);
        }
    }

    public IReadOnlyList<LabelMatrix> Heads { get; }

    /// <summary>Where each head's codes begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Codes of all heads.</summary>
    public int CodeCount { get; }

    public int RowCount { get; }

    /// <summary>Rows before the phrases.</summary>
    public int MeasuredRows { get; }

    public ReadOnlySpan<float> Of(int row) => targets.AsSpan(row * CodeCount, CodeCount);

    private void Fill(int head, double labelSmoothing)
    {
        LabelMatrix labels = Heads[head];
        for (int row = 0; row < MeasuredRows; row++)
        {
            Span<float> ofHead = targets.AsSpan((row * CodeCount) + Starts[head], labels.Codes.Count);
            ofHead.Fill(labels.IsMultiLabel ? 0 : (float)(labelSmoothing / labels.Codes.Count));
            foreach (int label in labels.LabelsOf(row))
            {
                ofHead[label] = labels.IsMultiLabel ? 1 : (float)(1 - labelSmoothing + (labelSmoothing / labels.Codes.Count));
            }
        }
    }

    /// <summary>A phrase that speaks for one of several codes says nothing about the others.</summary>
    private void FillPhrase(int row, (int Head, int Code) phrase, double labelSmoothing)
    {
        LabelMatrix labels = Heads[phrase.Head];
        Span<float> ofHead = targets.AsSpan((row * CodeCount) + Starts[phrase.Head], labels.Codes.Count);
        if (phrase.Code < 0)
        {
            ofHead.Clear();
            return;
        }

        if (!labels.IsMultiLabel)
        {
            ofHead.Fill((float)(labelSmoothing / labels.Codes.Count));
        }

        ofHead[phrase.Code] = labels.IsMultiLabel ? 1 : (float)(1 - labelSmoothing + (labelSmoothing / labels.Codes.Count));
    }
}

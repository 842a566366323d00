using Microsoft.ML.Data;

namespace Insights.MLNet;

/// <summary>The features of a text, made once, and whether one label is on it: the rows of one of several yes-or-no fits.</summary>
internal sealed class FlaggedFeatures
{
    public VBuffer<float> Features { get; set; }

    public bool Label { get; set; }
}

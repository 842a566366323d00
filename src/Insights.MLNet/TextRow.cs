using Microsoft.ML.Data;

namespace Insights.MLNet;

/// <summary>What ML.NET reads: a text and, for one label a text, its number counted from 0, which ML.NET itself counts from 1.</summary>
internal sealed class TextRow
{
    public string Text { get; set; } = string.Empty;

    [KeyType(1)]
    public uint Label { get; set; }
}

using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>Which feature columns belong to which block: the blocks stand one after the other in the order of <see cref="FeatureBlock"/>.</summary>
public sealed class FeatureLayout
{
    /// <summary>Number of blocks.</summary>
    public const int BlockCount = 4;

    private readonly int[] ends;

    /// <summary>The blocks in the order of their columns.</summary>
    internal static ReadOnlySpan<FeatureBlock> Blocks => [FeatureBlock.Words, FeatureBlock.Subwords, FeatureBlock.Lexicon, FeatureBlock.Fields];

    /// <param name="counts">Number of features of each block, in order.</param>
    public FeatureLayout(params IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != BlockCount)
        {
            throw new ArgumentException($"There are {BlockCount} blocks; {counts.Count} counts were given.", nameof(counts));
        }

        ends = new int[BlockCount];
        int end = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            end += counts[block];
            ends[block] = end;
        }
    }

    /// <summary>Number of features of all blocks.</summary>
    public int FeatureCount => ends[^1];

    /// <summary>The first column of a block.</summary>
    public int StartOf(FeatureBlock block) => block == FeatureBlock.Words ? 0 : ends[(int)block - 1];

    /// <summary>One past the last column of a block.</summary>
    public int EndOf(FeatureBlock block) => ends[(int)block];

    public int CountOf(FeatureBlock block) => EndOf(block) - StartOf(block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeatureBlock BlockOf(int column) =>
        column < ends[0] ? FeatureBlock.Words
        : column < ends[1] ? FeatureBlock.Subwords
        : column < ends[2] ? FeatureBlock.Lexicon : FeatureBlock.Fields;
}

using System.Runtime.InteropServices;

namespace Ingest.Deduplication;

/// <summary>
/// Groups texts that are nearly the same. Signatures are cut into bands; texts that agree in a whole band are compared, and grouped when they are
/// similar enough (J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", 3rd ed. 2020, section 3.4). Time grows as n log n: only
/// neighbours in a band are ever compared.
/// </summary>
internal sealed class CampaignFinder
{
    /// <summary>Word triples in common from which two letters are one letter: names, dates and a sentence of one's own may differ.</summary>
    public const double MinimumSimilarity = 0.7;

    /// <summary>Bands of 4 positions: 16 bands find a pair of similarity 0.7 with probability 0.99 and one of 0.8 with 0.9998.</summary>
    private const int BandPositions = 4;

    private readonly List<long> ids = [];
    private readonly List<ushort> signatures = [];

    public int Count => ids.Count;

    /// <summary>Adds a text. Ids must come in ascending order: the first of a group names it.</summary>
    public void Add(long complaintId, ReadOnlySpan<byte> signature)
    {
        ids.Add(complaintId);
        signatures.AddRange(MemoryMarshal.Cast<byte, ushort>(signature));
    }

    /// <summary>The group of each text that has one: complaint id → smallest complaint id of its group.</summary>
    public Dictionary<long, long> Find(CancellationToken cancellationToken)
    {
        int[] parents = [.. Enumerable.Range(0, ids.Count)];
        ulong[] keys = new ulong[ids.Count];
        int[] order = new int[ids.Count];
        for (int band = 0; band < MinHashSignature.Positions / BandPositions; band++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int index = 0; index < order.Length; index++)
            {
                order[index] = index;
                keys[index] = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(Signature(index).Slice(band * BandPositions, BandPositions)));
            }

            Array.Sort(keys, order);
            LinkNeighbours(keys, order, parents);
        }

        return Groups(parents);
    }

    private void LinkNeighbours(ulong[] keys, int[] order, int[] parents)
    {
        int start = 0;
        while (start < keys.Length)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            // The sort leaves equal keys in any order; by position, neighbours are the same whatever that was.
            Array.Sort(order, start, end - start);
            for (int next = start + 1; next < end; next++)
            {
                LinkIfSimilar(order[start], order[next], parents);
                LinkIfSimilar(order[next - 1], order[next], parents);
            }

            start = end;
        }
    }

    private void LinkIfSimilar(int left, int right, int[] parents)
    {
        int leftRoot = Root(parents, left);
        int rightRoot = Root(parents, right);
        if (leftRoot != rightRoot && AreSimilar(left, right) && AreSimilar(leftRoot, rightRoot))
        {
            // The first letters of both groups must be alike too: else a chain of small differences would join letters that have nothing in common.
            parents[Math.Max(leftRoot, rightRoot)] = Math.Min(leftRoot, rightRoot);
        }
    }

    private bool AreSimilar(int left, int right) => MinHashSignature.Similarity(Signature(left), Signature(right)) >= MinimumSimilarity;

    private Dictionary<long, long> Groups(int[] parents)
    {
        int[] sizes = new int[parents.Length];
        for (int index = 0; index < parents.Length; index++)
        {
            sizes[Root(parents, index)]++;
        }

        Dictionary<long, long> groups = [];
        for (int index = 0; index < parents.Length; index++)
        {
            int root = Root(parents, index);
            if (sizes[root] > 1)
            {
                groups[ids[index]] = ids[root];
            }
        }

        return groups;
    }

    private static int Root(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            parents[index] = parents[parents[index]];
            index = parents[index];
        }

        return index;
    }

    private ReadOnlySpan<ushort> Signature(int index) =>
        CollectionsMarshal.AsSpan(signatures).Slice(index * MinHashSignature.Positions, MinHashSignature.Positions);
}

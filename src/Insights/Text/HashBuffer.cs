using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>A growing list of hashes that is emptied and filled again without allocating.</summary>
internal sealed class HashBuffer
{
    private const int FirstCapacity = 1024;

    private ulong[] hashes = new ulong[FirstCapacity];
    private int count;

    public int Count => count;

    public ReadOnlySpan<ulong> Hashes => hashes.AsSpan(0, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong hash)
    {
        if (count == hashes.Length)
        {
            Array.Resize(ref hashes, count * 2);
        }

        hashes[count++] = hash;
    }

    public void Clear() => count = 0;
}

namespace Insights.Classification;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, p. 459): the same numbers on every machine and runtime.</summary>
internal struct SeededRandom(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Text.FeatureHash.Finish(state);
    }

    /// <summary>A number from 0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>Brings items into random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}

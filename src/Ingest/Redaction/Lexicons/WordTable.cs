namespace Ingest.Redaction.Lexicons;

/// <summary>
/// From the hash of a word to its traits. One array of 64-bit cells, 48 bits of hash beside 16 bits of traits, so that a look-up touches memory once; a
/// general dictionary touches it three times and took twice as long over all.
/// </summary>
internal sealed class WordTable
{
    private const int TraitBits = 16;
    private const ulong TraitMask = (1UL << TraitBits) - 1;
    private const int CellsPerWord = 2;
    private readonly ulong[] cells;
    private readonly int mask;

    public WordTable(IReadOnlyDictionary<ulong, WordTraits> words)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, words.Count * CellsPerWord));
        cells = new ulong[size];
        mask = size - 1;
        foreach ((ulong hash, WordTraits traits) in words)
        {
            Insert(hash, traits);
        }
    }

    /// <summary>What is known of the word; none for an unlisted one.</summary>
    public bool TryFind(ulong hash, out WordTraits traits)
    {
        ulong mark = hash & ~TraitMask;
        for (int position = First(hash); ; position = (position + 1) & mask)
        {
            ulong cell = cells[position];
            if (cell == 0)
            {
                traits = WordTraits.None;
                return false;
            }

            if ((cell & ~TraitMask) == mark)
            {
                traits = (WordTraits)(cell & TraitMask);
                return true;
            }
        }
    }

    private void Insert(ulong hash, WordTraits traits)
    {
        int position = First(hash);
        while (cells[position] != 0)
        {
            position = (position + 1) & mask;
        }

        cells[position] = (hash & ~TraitMask) | (ulong)traits;
    }

    /// <summary>The low bits are the well-mixed ones of the hash, and are not kept in the cell.</summary>
    private int First(ulong hash) => (int)hash & mask;
}

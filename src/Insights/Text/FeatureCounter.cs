namespace Insights.Text;

/// <summary>Counts in how many texts each feature occurs while a vocabulary is being learned. A growing open-addressing table; not thread-safe.</summary>
internal sealed class FeatureCounter
{
    private const int FirstCapacityBits = 16;
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private Slot[] slots = new Slot[1 << FirstCapacityBits];
    private int shift = 64 - FirstCapacityBits;

    public int Count { get; private set; }

    /// <summary>Notes that a feature occurs in a text. Texts are numbered from 1 and come one after the other.</summary>
    public void Add(ulong hash, int textNumber)
    {
        int index = (int)((hash * GoldenRatio) >> shift);
        while (true)
        {
            ref Slot slot = ref slots[index];
            if (slot.Texts == 0)
            {
                slot = new Slot { Hash = hash, Texts = 1, LastText = textNumber };
                GrowWhenHalfFull();
                return;
            }

            if (slot.Hash == hash)
            {
                if (slot.LastText != textNumber)
                {
                    slot.LastText = textNumber;
                    slot.Texts++;
                }

                return;
            }

            index = (index + 1) & (slots.Length - 1);
        }
    }

    /// <summary>The features that occur in at least so many texts, each with its number of texts: commonest first, so that the weights of common features stand close together in memory.</summary>
    public (ulong[] Hashes, int[] Texts) AtLeast(int fewestTexts)
    {
        Slot[] kept = Array.FindAll(slots, slot => slot.Texts > 0 && slot.Texts >= fewestTexts);
        Array.Sort(kept, (left, right) => left.Texts != right.Texts ? right.Texts.CompareTo(left.Texts) : left.Hash.CompareTo(right.Hash));
        return (Array.ConvertAll(kept, slot => slot.Hash), Array.ConvertAll(kept, slot => slot.Texts));
    }

    private void GrowWhenHalfFull()
    {
        Count++;
        if (Count * 2 < slots.Length)
        {
            return;
        }

        Slot[] old = slots;
        slots = new Slot[old.Length * 2];
        shift--;
        foreach (Slot slot in old)
        {
            if (slot.Texts > 0)
            {
                int index = (int)((slot.Hash * GoldenRatio) >> shift);
                while (slots[index].Texts > 0)
                {
                    index = (index + 1) & (slots.Length - 1);
                }

                slots[index] = slot;
            }
        }
    }

    private struct Slot
    {
        public ulong Hash;
        public int Texts;
        public int LastText;
    }
}

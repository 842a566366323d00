namespace Ingest.Redaction.Names;

/// <summary>Counts by word for one text after the other. Starting a text costs nothing: cells of earlier texts are told by their stamp.</summary>
internal sealed class WordCounts
{
    private const int CellsPerWord = 2;
    private Cell[] cells = new Cell[1024];
    private int stamp;

    /// <summary>Forgets all counts and makes room.</summary>
    public void Start(int mostWords)
    {
        stamp++;
        if (cells.Length < mostWords * CellsPerWord)
        {
            cells = new Cell[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(mostWords * CellsPerWord))];
        }
    }

    public void Add(ulong word)
    {
        ref Cell cell = ref Find(word);
        cell = new Cell(word, stamp, cell.Stamp == stamp ? cell.Count + 1 : 1);
    }

    public int CountOf(ulong word)
    {
        ref Cell cell = ref Find(word);
        return cell.Stamp == stamp ? cell.Count : 0;
    }

    private ref Cell Find(ulong word)
    {
        int mask = cells.Length - 1;
        int position = (int)word & mask;
        while (cells[position].Stamp == stamp && cells[position].Word != word)
        {
            position = (position + 1) & mask;
        }

        return ref cells[position];
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Cell(ulong Word, int Stamp, int Count);
}

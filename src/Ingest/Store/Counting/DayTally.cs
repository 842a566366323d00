using Ingest.Store.Entities;
using Insights.Complaints;

namespace Ingest.Store.Counting;

/// <summary>Counts the complaints of one day in every slice.</summary>
internal sealed class DayTally(IReadOnlyList<Slice> slices, Func<CountedComplaint, bool?> answerOf, Func<string, bool> isUpheld)
{
    private readonly string[] sliceNames = [.. slices.Select(slice => slice.ToString())];
    private readonly Dictionary<(int Slice, string First, string Second), Cell> cells = [];

    public void Add(CountedComplaint complaint)
    {
        bool? inTime = answerOf(complaint);
        string finding = complaint.Codes[(int)Dimension.Finding];
        Facts facts = new(complaint.CampaignId, inTime is not null, inTime == true, finding.Length > 0, finding.Length > 0 && isUpheld(finding));
        for (int index = 0; index < slices.Count; index++)
        {
            Slice slice = slices[index];
            foreach (string first in CodesOf(complaint, slice.First))
            {
                foreach (string second in CodesOf(complaint, slice.Second))
                {
                    CellOf(index, first, second).Add(facts);
                }
            }
        }
    }

    /// <summary>The counts, ordered by slice and codes (ordinal), so that the same complaints always write the same rows.</summary>
    public IEnumerable<DailyCountRow> Rows(int collectionId, DateOnly day) => cells
        .OrderBy(cell => cell.Key.Slice)
        .ThenBy(cell => cell.Key.First, StringComparer.Ordinal)
        .ThenBy(cell => cell.Key.Second, StringComparer.Ordinal)
        .Select(cell => new DailyCountRow
        {
            CollectionId = collectionId,
            Slice = sliceNames[cell.Key.Slice],
            FirstCode = cell.Key.First,
            SecondCode = cell.Key.Second,
            Day = day,
            Complaints = cell.Value.Complaints,
            Distinct = cell.Value.Distinct,
            Answered = cell.Value.Answered,
            AnsweredInTime = cell.Value.AnsweredInTime,
            WithFinding = cell.Value.WithFinding,
            Upheld = cell.Value.Upheld,
        });

    private static IReadOnlyList<string> CodesOf(CountedComplaint complaint, Dimension? dimension) => dimension switch
    {
        null => NoCode,
        Dimension.Theme => complaint.Themes,
        { } other => [complaint.Codes[(int)other]],
    };

    private static readonly string[] NoCode = [""];

    private Cell CellOf(int slice, string first, string second)
    {
        if (!cells.TryGetValue((slice, first, second), out Cell? cell))
        {
            cells[(slice, first, second)] = cell = new Cell();
        }

        return cell;
    }

    private readonly record struct Facts(long? CampaignId, bool IsAnswered, bool IsInTime, bool HasFinding, bool IsUpheld);

    private sealed class Cell
    {
        private HashSet<long>? campaigns;

        public int Complaints { get; private set; }

        public int Distinct { get; private set; }

        public int Answered { get; private set; }

        public int AnsweredInTime { get; private set; }

        public int WithFinding { get; private set; }

        public int Upheld { get; private set; }

        public void Add(Facts facts)
        {
            Complaints++;
            Distinct += facts.CampaignId is not { } campaign || (campaigns ??= []).Add(campaign) ? 1 : 0;
            Answered += facts.IsAnswered ? 1 : 0;
            AnsweredInTime += facts.IsInTime ? 1 : 0;
            WithFinding += facts.HasFinding ? 1 : 0;
            Upheld += facts.IsUpheld ? 1 : 0;
        }
    }
}

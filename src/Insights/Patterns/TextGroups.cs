namespace Insights.Patterns;

/// <summary>
/// Groups units whose words are alike. The unit with the most neighbours leads, its neighbours join it, then whoever is like the group on average joins or
/// leaves; the rest goes on without them (the leader algorithm of J. Hartigan 1975, Clustering Algorithms, ch. 3, with the densest row as leader, so that the
/// order of the rows decides nothing).
/// </summary>
internal sealed class TextGroups(WordRows rows, double threshold, int fewestUnits)
{
    private const int Rounds = 3;

    /// <summary>A unit belongs to a group when its average similarity to it is at least this share of the threshold: not all of a group are alike to each other.</summary>
    private const double AverageShare = 0.75;

    /// <summary>Groups of row numbers, each ascending; the densest first.</summary>
    public List<int[]> Find()
    {
        bool[] isFree = [.. Enumerable.Repeat(true, rows.Count)];
        int[][] neighbours = Neighbours();
        int[] free = [.. neighbours.Select(list => list.Length)];
        bool[] mayLead = [.. isFree];
        List<int[]> groups = [];
        while (Leader(isFree, mayLead, free) is { } leader)
        {
            mayLead[leader] = false;
            int[] group = Settle([leader, .. neighbours[leader].Where(row => isFree[row])], isFree);
            if (group.Length < fewestUnits)
            {
                continue;
            }

            groups.Add(group);
            foreach (int row in group)
            {
                isFree[row] = false;
                foreach (int neighbour in neighbours[row])
                {
                    free[neighbour]--;
                }
            }
        }

        return groups;
    }

    /// <summary>Equal leaders: the first, by the hash the rows are ordered by.</summary>
    private int? Leader(bool[] isFree, bool[] mayLead, int[] free)
    {
        int? best = null;
        for (int row = 0; row < rows.Count; row++)
        {
            if (isFree[row] && mayLead[row] && free[row] >= fewestUnits - 1 && (best is null || free[row] > free[best.Value]))
            {
                best = row;
            }
        }

        return best;
    }

    private int[][] Neighbours()
    {
        double[] cosines = new double[rows.Count];
        return [.. Enumerable.Range(0, rows.Count).Select(row =>
        {
            rows.Similarities(row, cosines);
            return Enumerable.Range(0, rows.Count).Where(other => cosines[other] >= threshold).ToArray();
        })];
    }

    private int[] Settle(int[] group, bool[] isFree)
    {
        double[] cosines = new double[rows.Count];
        for (int round = 0; round < Rounds && group.Length >= fewestUnits; round++)
        {
            double[] sums = new double[rows.Count];
            foreach (int member in group)
            {
                rows.Similarities(member, cosines);
                for (int row = 0; row < rows.Count; row++)
                {
                    sums[row] += cosines[row];
                }
            }

            HashSet<int> members = [.. group];
            group = [.. Enumerable.Range(0, rows.Count)
                .Where(row => isFree[row] && sums[row] >= AverageShare * threshold * Math.Max(1, members.Contains(row) ? members.Count - 1 : members.Count))];
        }

        return group;
    }
}

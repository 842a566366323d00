using Insights.Complaints;
using Insights.Statistics;

namespace Insights.Detection.Scanning;

/// <summary>
/// False-discovery control from the whole to its parts: the series of one dimension are a family, the pairs below one of them are a family of their own. A
/// family is looked into only when its parent's branch stands out, by the Simes test over the parent and all below it, so that a cell can open its branch but
/// a thousand cells do not silence ten themes.
/// Sources: D. Yekutieli (2008), JASA 103, pp. 309–316; R. J. Simes (1986), Biometrika 73, p. 751.
/// </summary>
internal static class SignalTree
{
    /// <param name="keys">Series judged.</param>
    /// <param name="pValues">Their p-values.</param>
    /// <param name="rate">False-discovery rate within each family.</param>
    /// <returns>The adjusted p-value of each; 1 where the branch it belongs to does not stand out.</returns>
    public static double[] Adjust(IReadOnlyList<SeriesKey> keys, IReadOnlyList<double> pValues, double rate)
    {
        double[] adjusted = [.. pValues];
        ILookup<(Slice, string), int> families = Enumerable.Range(0, keys.Count).ToLookup(index => FamilyOf(keys[index]));
        foreach (IGrouping<(Slice Slice, string Code), int> family in families)
        {
            int[] members = [.. family];
            double[] own = MultipleTesting.BenjaminiHochberg([.. members.Select(index => pValues[index])]);
            for (int member = 0; member < members.Length; member++)
            {
                adjusted[members[member]] = own[member];
            }
        }

        Dictionary<(Slice, string), double> branches = Branches(families, pValues);
        for (int index = 0; index < keys.Count; index++)
        {
            (Slice Slice, string Code) family = FamilyOf(keys[index]);
            if (family.Code.Length > 0 && branches[family] > rate)
            {
                adjusted[index] = 1;
            }
        }

        return adjusted;
    }

    /// <summary>Adjusted p of each branch among the branches beside it.</summary>
    private static Dictionary<(Slice, string), double> Branches(ILookup<(Slice Slice, string Code), int> families, IReadOnlyList<double> pValues)
    {
        Dictionary<(Slice, string), double> branches = [];
        foreach (IGrouping<Slice, IGrouping<(Slice Slice, string Code), int>> slice in families.Where(family => family.Key.Code.Length > 0).GroupBy(family => family.Key.Slice))
        {
            IGrouping<(Slice, string), int>[] beside = [.. slice];
            double[] adjusted = MultipleTesting.BenjaminiHochberg([.. beside.Select(family => Simes([.. family.Select(index => pValues[index])]))]);
            for (int index = 0; index < beside.Length; index++)
            {
                branches[beside[index].Key] = adjusted[index];
            }
        }

        return branches;
    }

    private static double Simes(double[] pValues) => MultipleTesting.BenjaminiHochberg(pValues).Min();

    /// <summary>All series of one dimension; the pairs of one first code.</summary>
    private static (Slice Slice, string Code) FamilyOf(SeriesKey key) => (key.Slice, key.Slice.Second is null ? string.Empty : key.FirstCode);
}

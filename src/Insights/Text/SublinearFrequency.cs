namespace Insights.Text;

/// <summary>Term frequency damped to 1 + ln(count) (Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, p. 126).</summary>
internal static class SublinearFrequency
{
    private const int Tabulated = 256;

    private static readonly float[] Table = [.. Enumerable.Range(0, Tabulated).Select(count => count == 0 ? 0f : (float)(1 + Math.Log(count)))];

    public static float Of(int count) => count < Tabulated ? Table[count] : (float)(1 + Math.Log(count));
}

using System.Security.Cryptography;
using System.Text;

namespace Insights.Patterns;

/// <summary>What counts as one voice: a complaint, or all letters of one campaign.</summary>
/// <param name="Hash">Of the text; orders units so that the order of the rows does not matter.</param>
/// <param name="Members">Its complaints.</param>
/// <param name="Terms">Terms of its first text.</param>
internal sealed record TextUnit(string Hash, IReadOnlyList<ReadText> Members, int[] Terms)
{
    private const int HashCharacters = 16;

    /// <summary>The units of some texts, by hash. A campaign speaks with its text of the smallest hash.</summary>
    public static List<TextUnit> Of(IEnumerable<ReadText> texts)
    {
        List<TextUnit> units = [];
        var groups = texts.Select(text => (Text: text, Hash: HashOf(text.Text)))
            .OrderBy(pair => pair.Hash, StringComparer.Ordinal).ThenBy(pair => pair.Text.Complaint.Day).ThenBy(pair => pair.Text.Complaint.ComplaintId)
            .GroupBy(pair => pair.Text.Complaint.Voice);
        foreach (var group in groups)
        {
            (ReadText first, string hash) = group.First();
            units.Add(new TextUnit(hash, [.. group.Select(pair => pair.Text)], first.Terms));
        }

        return units;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashCharacters];
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Insights.Text;

namespace Insights.Classification;

/// <summary>Labelled texts in an order that depends on their content only, so that shuffled rows train the same model.</summary>
public sealed class TrainingSet
{
    private TrainingSet(IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<string>> labels, IReadOnlyList<string> places, ulong[] contentHashes, int[] sourceRows)
    {
        Texts = texts;
        Labels = labels;
        Places = places;
        ContentHashes = contentHashes;
        SourceRows = sourceRows;
    }

    public IReadOnlyList<string> Texts { get; }

    public IReadOnlyList<IReadOnlyList<string>> Labels { get; }

    /// <summary>Where a person finds each row.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>For each row its place in the list it came from.</summary>
    public IReadOnlyList<int> SourceRows { get; }

    internal ulong[] ContentHashes { get; }

    /// <summary>Sorts rows by the hash of their text, then by text and labels.</summary>
    public static TrainingSet Sort(IReadOnlyList<LabelledText> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ulong[] hashes = [.. rows.Select(row => FeatureHash.OfText(row.Text))];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(order, (left, right) => Compare(rows[left], hashes[left], rows[right], hashes[right]));
        return new TrainingSet(
            [.. order.Select(row => rows[row].Text)],
            [.. order.Select(row => rows[row].Labels)],
            [.. order.Select(row => rows[row].Place)],
            [.. order.Select(row => hashes[row])],
            order);
    }

    /// <summary>SHA-256 over all texts and labels in canonical order, in hexadecimal.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int row = 0; row < Texts.Count; row++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{Texts[row].Length}:{Texts[row]}\n{string.Join(';', Labels[row].Order(StringComparer.Ordinal))}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static int Compare(LabelledText left, ulong leftHash, LabelledText right, ulong rightHash)
    {
        int byHash = leftHash.CompareTo(rightHash);
        int byText = byHash != 0 ? byHash : string.CompareOrdinal(left.Text, right.Text);
        return byText != 0 ? byText : string.CompareOrdinal(string.Join(';', left.Labels), string.Join(';', right.Labels));
    }
}

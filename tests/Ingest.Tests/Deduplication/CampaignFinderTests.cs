using Ingest.Deduplication;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Deduplication;

public sealed class CampaignFinderTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 3_000).Select(number => $"word{number}")];

    [Fact]
    public void CopiesWithASentenceOfTheirOwn_AreOneGroupAndOthersAreNone()
    {
        Random random = new(11);
        string[] letter = Words(random, 200);
        CampaignFinder finder = new();
        for (int id = 1; id <= 50; id++)
        {
            finder.Add(id, Sign([.. Words(random, 8), .. letter, .. Words(random, 8)]));
        }

        for (int id = 51; id <= 400; id++)
        {
            finder.Add(id, Sign(Words(random, 200)));
        }

        Dictionary<long, long> groups = finder.Find(CancellationToken.None);

        groups.Count.ShouldBe(50);
        groups.Values.Distinct().ShouldHaveSingleItem().ShouldBe(1);
    }

    [Fact]
    public void ChainOfSmallChanges_DoesNotJoinLettersWithNothingInCommon()
    {
        Random random = new(5);
        string[] words = Words(random, 200);
        CampaignFinder finder = new();
        for (int id = 1; id <= 60; id++)
        {
            finder.Add(id, Sign(words));
            words = [.. words.Skip(8), .. Words(random, 8)];
        }

        finder.Find(CancellationToken.None).GroupBy(pair => pair.Value).Max(group => group.Count()).ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.7)]
    [InlineData(0.4)]
    public void Similarity_EstimatesTheShareOfCommonTriples(double shared)
    {
        Random random = new(3);
        double error = 0;
        const int Pairs = 40;
        for (int pair = 0; pair < Pairs; pair++)
        {
            string[] left = Words(random, 300);
            int kept = (int)(300 * shared);
            string[] right = [.. left.Take(kept), .. Words(random, 300 - kept)];
            error += MinHashSignature.Similarity(Values(left), Values(right)) - Jaccard(left, right);
        }

        Math.Abs(error / Pairs).ShouldBeLessThan(0.03, "the mean of 40 estimates with standard error 0.06 each");
    }

    [Fact]
    public void CaseAndPunctuationAndPseudonyms_DoNotMatter()
    {
        string text = string.Join(' ', Words(new Random(1), 80));
        MinHashSignature.Of("Dear [person 1], " + text.ToUpperInvariant() + "!").ShouldBe(MinHashSignature.Of("dear [person 7] – " + text));
    }

    [Fact]
    public void ShortText_HasNoSignature() => MinHashSignature.Of("I want a refund, please.").ShouldBeNull();

    private static string[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])];

    private static byte[] Sign(string[] words) => MinHashSignature.Of(string.Join(' ', words))!;

    private static ushort[] Values(string[] words) => [.. Sign(words).Chunk(2).Select(pair => BitConverter.ToUInt16(pair))];

    private static double Jaccard(string[] left, string[] right)
    {
        HashSet<string> first = Triples(left);
        HashSet<string> second = Triples(right);
        int common = first.Count(second.Contains);
        return (double)common / (first.Count + second.Count - common);
    }

    private static HashSet<string> Triples(string[] words) => [.. Enumerable.Range(0, words.Length - 2).Select(index => string.Join(' ', words[index..(index + 3)]))];
}

using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Text;

public sealed class TokenizerTests
{
    [Fact]
    public void Words_AreRunsOfLettersAndDigitsWithTheirPlaces()
    {
        const string text = "Two days, 14 hours—late!";

        Words(text).ShouldBe(["Two", "days", "14", "hours", "late"]);
    }

    [Theory]
    [InlineData("don't", "don’t")]
    [InlineData("don't", "DONT")]
    [InlineData("CAFÉ", "café")]
    [InlineData("XXXX", "XX")]
    [InlineData("123456789", "987654321")]
    [InlineData("AB1234567", "XY7654321")]
    public void SameMeaning_HasSameHash(string left, string right) => Hashes(left).ShouldBe(Hashes(right));

    [Theory]
    [InlineData("2023", "2024")]
    [InlineData("cafe", "café")]
    [InlineData("123456", "12345")]
    [InlineData("passport", "passports")]
    public void DifferentMeaning_HasDifferentHash(string left, string right) => Hashes(left).ShouldNotBe(Hashes(right));

    [Fact]
    public void RunOfMasks_IsOneToken() => Words("On XX/XX/XXXX XXXX called").ShouldBe(["On", "XX", "called"]);

    [Fact]
    public void PlaceholderOfRedaction_IsPassedOver() => Words("Dear [person 1], where is it").ShouldBe(["Dear", "where", "is", "it"]);

    [Fact]
    public void BracketsWithoutNumber_AreText() => Words("he said [sic] so").ShouldBe(["he", "said", "sic", "so"]);

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("a b c")]
    [InlineData("'’[ ]!?")]
    public void TextWithoutWords_HasNoTokens(string text) => Words(text).ShouldBeEmpty();

    [Fact]
    public void AnyCharacters_GiveTokensInsideTheTextInOrder()
    {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++)
        {
            char[] characters = [.. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(3) == 0 ? "'[]x1 é’"[random.Next(8)] : (char)random.Next(0x10000))];
            int end = 0;
            var tokens = new Tokenizer(characters);
            while (tokens.MoveNext())
            {
                tokens.Current.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = tokens.Current.Start + tokens.Current.Length;
                end.ShouldBeLessThanOrEqualTo(characters.Length);
            }
        }
    }

    [Fact]
    public void Tokenizing_AllocatesNothing()
    {
        const string text = "Four hours at the desk in Terminal 5, and nobody said a word about my 2 bags.";
        Count(text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Count(text);
        long after = GC.GetAllocatedBytesForCurrentThread();

        (after - before).ShouldBe(0);
    }

    private static int Count(string text)
    {
        int count = 0;
        var tokens = new Tokenizer(text);
        while (tokens.MoveNext())
        {
            count++;
        }

        return count;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var tokens = new Tokenizer(text);
        while (tokens.MoveNext())
        {
            words.Add(text.Substring(tokens.Current.Start, tokens.Current.Length));
        }

        return words;
    }

    private static List<ulong> Hashes(string text)
    {
        var hashes = new List<ulong>();
        var tokens = new Tokenizer(text);
        while (tokens.MoveNext())
        {
            hashes.Add(tokens.Current.Hash);
        }

        return hashes;
    }
}

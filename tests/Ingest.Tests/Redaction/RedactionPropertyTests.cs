using Ingest.Redaction;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Redaction;

/// <summary>What holds for any text: seeded random texts made of the pieces that redaction reacts to.</summary>
public sealed class RedactionPropertyTests(RedactorFixture fixture) : IClassFixture<RedactorFixture>
{
    private const int Texts = 1500;
    private const int Seed = 41;
    private const int MostPieces = 40;

    private static readonly string[] Pieces =
    [
        "Mr", "Amina", "Warsame", "my name is", "called", "J.", "St", "O'Rourke", "Al-Khatib", "Solicitors", "London", "Brook House", "the", "officer", "born",
        "12/03/1984", "07700 900 561", "+44", "GWF066120947", "QQ 12 34 56 C", "[person 1]", "[phone", "[", "]", "(", ")", "\"", "'s", "’", "@", "a@b.example", "*", "****",
        "4471", "12 Orchard Rise", "SE15 5JT", "£1,216", "ref", "A1234567", "/", "-", ".", ",", "\n", "\r\n", "É", "\u0301", "\ud800", "日本", "\0", "XXXX", "Ł", "#", "0800 678 1767",
    ];

    [Fact]
    public void AnyText_SpansAreOrderedInsideAndApart()
    {
        foreach (string text in RandomTexts())
        {
            int end = 0;
            foreach (RedactionSpan span in fixture.Redactor.Redact(text).Spans)
            {
                span.Start.ShouldBeGreaterThanOrEqualTo(end, text);
                span.End.ShouldBeGreaterThan(span.Start, text);
                PersonalDataType.All.ShouldContain(span.Type);
                end = span.End;
            }

            end.ShouldBeLessThanOrEqualTo(text.Length, text);
        }
    }

    [Fact]
    public void RedactedText_RedactedAgain_StaysAsItIs()
    {
        foreach (string text in RandomTexts())
        {
            string once = fixture.Redactor.Redact(text).Text;

            fixture.Redactor.Redact(once).Text.ShouldBe(once, text);
        }
    }

    [Fact]
    public void RedactedText_KeepsEverythingBetweenTheSpans()
    {
        foreach (string text in RandomTexts())
        {
            RedactedText redacted = fixture.Redactor.Redact(text);
            int from = 0;
            int written = 0;
            foreach (RedactionSpan span in redacted.Spans)
            {
                string between = text[written..span.Start];
                int found = redacted.Text.IndexOf(between, from, StringComparison.Ordinal);
                found.ShouldBe(from, text);
                from = redacted.Text.IndexOf(']', from + between.Length) + 1;
                written = span.End;
            }

            redacted.Text[from..].ShouldBe(text[written..]);
        }
    }

    [Fact]
    public void SameText_GivesTheSameOnManyThreads()
    {
        string[] texts = RandomTexts().Take(200).ToArray();
        string[] alone = texts.Select(text => fixture.Redactor.Redact(text).Text).ToArray();
        string[] together = texts.AsParallel().AsOrdered().Select(text => fixture.Redactor.Redact(text).Text).ToArray();

        together.ShouldBe(alone);
    }

    [Theory]
    [InlineData('A')]
    [InlineData('1')]
    [InlineData('-')]
    [InlineData('(')]
    [InlineData('*')]
    [InlineData('[')]
    public void MillionsOfOneCharacter_AreReadToTheEnd(char character)
    {
        // A pattern that backtracks would take hours here.
        string text = new(character, 4_000_000);

        fixture.Redactor.Redact(text).Text.ShouldNotBeNull();
    }

    private static IEnumerable<string> RandomTexts()
    {
        var random = new Random(Seed);
        for (int number = 0; number < Texts; number++)
        {
            string[] pieces = Enumerable.Range(0, random.Next(MostPieces)).Select(_ => Pieces[random.Next(Pieces.Length)]).ToArray();
            yield return string.Join(random.Next(4) == 0 ? string.Empty : " ", pieces);
        }
    }
}

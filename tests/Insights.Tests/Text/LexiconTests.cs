using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Text;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("We flew from Stansted.", "places")]
    [InlineData("the EAST midlands airport was shut", "places")]
    [InlineData("no reply, then unanswered letters", "silence silence")]
    [InlineData("they ignore us; ignoring is easy", "silence silence")]
    [InlineData("an east wind", "")]
    public void Entries_AreFoundWithTheirGroups(string text, string expected) => GroupsIn(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab*")]
    [InlineData("one two three four five six seven")]
    public void UnusableEntry_IsRefusedWithItsGroup(string entry) =>
        Should.Throw<InputErrorException>(() => new Lexicon(Groups(("words", [entry.Length == 0 ? "-" : entry])))).Message.ShouldContain("\"words\"");

    private static string GroupsIn(string text)
    {
        var lexicon = new Lexicon(Groups(("places", ["stansted", "east midlands airport"]), ("silence", ["no reply", "unanswered", "ignor*"])));
        var extractor = new FeatureExtractor(usesSubwords: false, usesFields: false, lexicon);
        extractor.Read(text);
        return string.Join(' ', extractor.LexiconHits.Select(hit => hit.Group == FeatureHash.LexiconGroup("places") ? "places" : "silence"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Groups(params (string Name, string[] Entries)[] groups) =>
        groups.ToDictionary(group => group.Name, group => (IReadOnlyList<string>)group.Entries);
}

using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Sentences_EndAtMarksAndLines()
    {
        const string text = "Dear Mr. Jones,\nI waited. Why? Ref. K. Smith said so!  \n";

        SentenceSplitter.Split(text).Select(sentence => text[sentence.Start..sentence.End])
            .ShouldBe(["Dear Mr. Jones,", "I waited.", "Why?", "Ref. K. Smith said so!"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...\n!!")]
    public void TextWithoutWords_HasNoSentence(string text) => SentenceSplitter.Split(text).ShouldBeEmpty();
}

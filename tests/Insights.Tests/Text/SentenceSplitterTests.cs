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

    [Fact]
    public void Sentences_DoNotEndAtTheStopOfANumber()
    {
        const string text = "See letter no. 12 of May. they lost it! Why?\rNobody knows";

        SentenceSplitter.Split(text).Select(sentence => text[sentence.Start..sentence.End])
            .ShouldBe(["See letter no. 12 of May.", "they lost it!", "Why?", "Nobody knows"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...\n!!")]
    public void TextWithoutWords_HasNoSentence(string text) => SentenceSplitter.Split(text).ShouldBeEmpty();
}

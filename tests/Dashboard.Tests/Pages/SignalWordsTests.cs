using Dashboard.Pages.Shared;

namespace Dashboard.Tests.Pages;

public sealed class SignalWordsTests
{
    [Theory]
    [InlineData(0, "less than 0.0001")]
    [InlineData(0.00009, "less than 0.0001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(1, "1")]
    public void Chance_IsNeverABareZero(double probability, string words) => Assert.Equal(words, SignalWords.Chance(probability));
}

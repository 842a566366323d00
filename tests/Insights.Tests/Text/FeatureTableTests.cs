using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Text;

public sealed class FeatureTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(5_000)]
    public void EveryFeature_IsFoundAtItsIndexAndNoOther(int count)
    {
        ulong[] hashes = [.. Enumerable.Range(1, count).Select(number => FeatureHash.Finish((ulong)number))];
        var table = new FeatureTable(hashes);

        table.Count.ShouldBe(count);
        for (int index = 0; index < count; index++)
        {
            table.Find(hashes[index]).ShouldBe(index);
        }

        for (int number = count + 1; number < count + 1_000; number++)
        {
            table.Find(FeatureHash.Finish((ulong)number)).ShouldBe(FeatureTable.Unknown);
        }
    }

    [Fact]
    public void HashThatComesTwice_IsRefused() => Should.Throw<ArgumentException>(() => new FeatureTable([5, 6, 5]));
}

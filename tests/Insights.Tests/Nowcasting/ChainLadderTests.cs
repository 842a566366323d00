using Insights.Nowcasting;
using Shouldly;
using Xunit;

namespace Insights.Tests.Nowcasting;

public sealed class ChainLadderTests
{
    /// <summary>The triangle of Taylor and Ashe (1983), on which Mack (1993, section 5) shows his formulas.</summary>
    private static readonly double[][] TaylorAshe =
    [
        [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
        [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
        [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
        [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
        [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
        [396132, 1333217, 2180715, 2985752, 3691712],
        [440832, 1288463, 2419861, 3483130],
        [359480, 1421128, 2864498],
        [376686, 1363294],
        [344014],
    ];

    /// <summary>Reserves and standard errors as Mack prints them.</summary>
    private static readonly (double Reserve, double Error)[] Published =
    [
        (0, 0), (94634, 75535), (469511, 121699), (709638, 133549), (984889, 261406), (1419459, 411010), (2177641, 558317), (3920301, 875328), (4278972, 971258), (4625811, 1363155),
    ];

    [Fact]
    public void PublishedTriangle_HasThePublishedReservesAndErrors()
    {
        ChainLadder ladder = ChainLadder.Fit(TaylorAshe);

        for (int row = 0; row < TaylorAshe.Length; row++)
        {
            double latest = TaylorAshe[row][^1];
            ChainLadderForecast forecast = ladder.Forecast(latest, TaylorAshe[row].Length - 1);
            (forecast.Final - latest).ShouldBe(Published[row].Reserve, 0.5);
            forecast.StandardError.ShouldBe(Published[row].Error, 1);
        }
    }

    [Fact]
    public void SmallTriangle_WorkedByHand()
    {
        ChainLadder ladder = ChainLadder.Fit([[10, 15, 18], [20, 25], [8]]);

        // f(0) = (15 + 25) / (10 + 20), f(1) = 18 / 15; σ²(0) = (15 − 40/3)² / 10 + (25 − 80/3)² / 20 = 0.41667; σ²(1) by the rule: σ²(0).
        ladder.Factors.ShouldBe([4 / 3.0, 1.2]);
        ladder.Variances[0].ShouldBe(0.416667, 1e-5);
        ladder.ShareBy(0).ShouldBe(1 / 1.6, 1e-12);
        ladder.ShareBy(2).ShouldBe(1);
        ladder.Forecast(8, 0).Final.ShouldBe(12.8, 1e-12);
    }

    [Fact]
    public void WhatComesAtOnce_IsComplete()
    {
        ChainLadder ladder = ChainLadder.Fit([[7, 7, 7], [0, 0, 0], [5, 5], [9]]);

        ladder.Forecast(9, 0).ShouldBe(new ChainLadderForecast(9, 0));
    }

    [Fact]
    public void NothingAtAll_StaysNothing()
    {
        ChainLadder ladder = ChainLadder.Fit([[0, 0], [0]]);

        ladder.Forecast(0, 0).ShouldBe(new ChainLadderForecast(0, 0));
        ladder.ShareBy(0).ShouldBe(1);
    }

    [Fact]
    public void WhatNeverCameByThen_TellsNothing()
    {
        ChainLadder ladder = ChainLadder.Fit([[0, 5, 5], [0, 5], [0]]);

        (ladder.ShareBy(0), ladder.ShareBy(1)).ShouldBe((0, 1));
        double.IsNaN(ladder.Forecast(0, 0).Final).ShouldBeTrue();
        ladder.Forecast(5, 1).Final.ShouldBe(5);
    }

    [Fact]
    public void TenfoldCounts_HaveTenfoldForecastsAndTheSameShares()
    {
        ChainLadder one = ChainLadder.Fit(TaylorAshe);
        ChainLadder ten = ChainLadder.Fit([.. TaylorAshe.Select(row => row.Select(value => 10 * value).ToArray())]);

        ten.ShareBy(0).ShouldBe(one.ShareBy(0), 1e-12);
        ten.Forecast(3_440_140, 0).Final.ShouldBe(10 * one.Forecast(344_014, 0).Final, 1);
        ten.Forecast(3_440_140, 0).StandardError.ShouldBe(10 * one.Forecast(344_014, 0).StandardError, 1);
    }

    [Fact]
    public void RowsThatAreNoTriangle_AreRefused()
    {
        Should.Throw<ArgumentException>(() => ChainLadder.Fit([[5, 4]])).Message.ShouldContain("cumulated");
        Should.Throw<ArgumentException>(() => ChainLadder.Fit([[5], [4, 6]])).Message.ShouldContain("none longer than the first");
        Should.Throw<ArgumentException>(() => ChainLadder.Fit([])).Message.ShouldContain("one column or more");
    }
}

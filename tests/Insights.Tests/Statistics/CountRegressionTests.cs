using Insights.Statistics;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Statistics;

public sealed class CountRegressionTests
{
    private static readonly string[] HarmonicColumns = ["(Intercept)", "yr", "c1", "s1"];
    private static readonly string[] SegmentedColumns = ["(Intercept)", "yr", "c1", "s1", "step", "since"];

    [SharedDataFact("golden/glm_fits.csv")]
    public void QuasiPoisson_AgainstR_Agrees()
    {
        RegressionFit fit = CountRegression.FitPoisson(Design(HarmonicColumns), Counts()).ShouldNotBeNull();

        CheckCoefficients(fit, "quasipoisson", 1e-8, column => fit.StandardError(column, fit.PearsonDispersion));
        fit.PearsonDispersion.ShouldBeRelatively(Expected("quasipoisson", "*dispersion").Estimate, 1e-8, "dispersion");
        fit.Deviance.ShouldBeRelatively(Expected("quasipoisson", "*deviance").Estimate, 1e-8, "deviance");
        fit.LogLikelihood.ShouldBeRelatively(Expected("poisson", "*logLik").Estimate, 1e-8, "log-likelihood");
        fit.DegreesOfFreedom.ShouldBe(524);
        fit.HatValues().Sum().ShouldBe(4, 1e-6);
    }

    [SharedDataFact("golden/glm_fits.csv")]
    public void NegativeBinomial_AgainstR_Agrees()
    {
        RegressionFit fit = CountRegression.FitNegativeBinomial(Design(HarmonicColumns), Counts()).ShouldNotBeNull();

        CheckCoefficients(fit, "negative_binomial", 1e-5, column => fit.StandardError(column, 1));
        fit.Theta.ShouldBeRelatively(Expected("negative_binomial", "*theta").Estimate, 1e-6, "theta");
        // R keeps the error of its last but one step.
        fit.ThetaStandardError.ShouldBeRelatively(Expected("negative_binomial", "*theta_se").Estimate, 1e-4, "theta se");
        fit.LogLikelihood.ShouldBeRelatively(Expected("negative_binomial", "*logLik").Estimate, 1e-8, "log-likelihood");
    }

    [SharedDataFact("golden/glm_fits.csv")]
    public void SandwichErrors_AgainstR_Agree()
    {
        RegressionFit fit = CountRegression.FitPoisson(Design(SegmentedColumns), Counts()).ShouldNotBeNull();
        double[] neweyWest = SandwichErrors.NeweyWest(fit, 4);
        double[] white = SandwichErrors.HeteroskedasticityConsistent(fit);

        CheckCoefficients(fit, "segmented_quasipoisson", 1e-8, column => fit.StandardError(column, fit.PearsonDispersion));
        CheckCoefficients(fit, "segmented_poisson_NeweyWest_lag4", 1e-7, column => neweyWest[column]);
        CheckCoefficients(fit, "segmented_poisson_HC0", 1e-7, column => white[column]);
    }

    [Fact]
    public void Offset_OfLogPopulation_ScalesTheMean()
    {
        double[] counts = [4, 9, 16, 30];
        double[] population = [40, 90, 160, 300];
        DesignMatrix design = new(["1"], [1, 1, 1, 1]);

        RegressionFit fit = CountRegression.FitPoisson(design, counts, [.. population.Select(size => Math.Log(size))]).ShouldNotBeNull();

        Math.Exp(fit.Coefficients[0]).ShouldBe(counts.Sum() / population.Sum(), 1e-9);
    }

    [Fact]
    public void Columns_ThatRepeatEachOther_GiveNoFit() =>
        CountRegression.FitPoisson(new DesignMatrix(["a", "b"], [1, 2, 1, 2, 1, 2]), [1, 2, 3]).ShouldBeNull();

    private static void CheckCoefficients(RegressionFit fit, string model, double tolerance, Func<int, double> error)
    {
        for (int column = 0; column < fit.Design.Columns; column++)
        {
            (double estimate, double standardError) = Expected(model, fit.Design.ColumnNames[column]);
            fit.Coefficients[column].ShouldBeRelatively(estimate, tolerance * 100, $"{model} {fit.Design.ColumnNames[column]}");
            error(column).ShouldBeRelatively(standardError, tolerance * 100, $"{model} {fit.Design.ColumnNames[column]} se");
        }
    }

    private static (double Estimate, double StandardError) Expected(string model, string term)
    {
        GoldenFile file = GoldenFile.Read("glm_fits.csv");
        string[] row = file.Rows.First(candidate => candidate[0] == model && candidate[1] == term);
        return (file.Number(row, "estimate"), file.Number(row, "se"));
    }

    private static DesignMatrix Design(string[] columns)
    {
        GoldenFile file = GoldenFile.Read("glm_design.csv");
        return new DesignMatrix(columns, [.. file.Rows.SelectMany(row => columns.Select(column => column == "(Intercept)" ? 1 : file.Number(row, column)))]);
    }

    private static double[] Counts()
    {
        GoldenFile file = GoldenFile.Read("glm_design.csv");
        return [.. file.Rows.Select(row => file.Number(row, "y"))];
    }
}

using Insights.Statistics;
using Shouldly;
using TestSupport;

namespace Insights.Tests.Statistics;

public sealed class DisproportionalityTests
{
    [SharedDataFact("golden/disproportionality.csv")]
    public void TwoByTwoMeasures_AgainstR_Agree()
    {
        GoldenFile file = GoldenFile.Read("disproportionality.csv");
        GammaMixturePrior prior = new(0.2, 0.1, 2, 4, 1.0 / 3);
        foreach (string[] row in file.Rows)
        {
            ContingencyTable table = new(file.Integer(row, "a"), file.Integer(row, "b"), file.Integer(row, "c"), file.Integer(row, "d"));
            void Check(double actual, string column, double tolerance = 1e-9) => actual.ShouldBeRelatively(file.Number(row, column), tolerance, $"{column} of {table}");

            Check(table.Expected, "expected");
            Check(table.ProportionalReportingRatio().Value, "prr");
            Check(table.ProportionalReportingRatio().Lower, "prr_lo95");
            Check(table.ProportionalReportingRatio().Upper, "prr_hi95");
            Check(table.ReportingOddsRatio().Lower, "ror_lo95");
            Check(table.ReportingOddsRatio().Upper, "ror_hi95");
            Check(table.ChiSquare(false), "chisq");
            Check(table.ChiSquare(true), "chisq_yates");
            Check(table.InformationComponent().Value, "ic");
            Check(table.InformationComponent().Lower, "ic025", 1e-6);
            Check(table.InformationComponent().Upper, "ic975", 1e-6);
            Check(table.InformationComponentLowerApproximation(), "ic025_approx");
            int count = file.Integer(row, "a");
            Check(prior.PosteriorWeight(count, table.Expected), "gps_q");
            Check(prior.GeometricMean(count, table.Expected), "ebgm");
            Check(prior.Quantile(count, table.Expected, 0.05), "eb05", 1e-6);
            Check(prior.Quantile(count, table.Expected, 0.95), "eb95", 1e-6);
        }
    }

    [SharedDataFact("golden/ebgm_hyper_result.csv")]
    public void Hyperparameters_AgainstOpenEbgm_ReachTheSameOptimum()
    {
        GoldenFile input = GoldenFile.Read("ebgm_hyper_input_squashed.csv");
        GoldenFile expected = GoldenFile.Read("ebgm_hyper_result.csv");
        double Value(string name) => expected.Number(expected.Rows.First(row => row[0] == name), "value");

        (GammaMixturePrior prior, double reached) = GammaMixturePriorTrainer.Fit([.. input.Rows.Select(row => (input.Integer(row, "N"), input.Number(row, "E"), input.Number(row, "weight")))]);

        reached.ShouldBeRelatively(Value("negative_loglik"), 1e-8, "negative log-likelihood");
        prior.Alpha1.ShouldBeRelatively(Value("alpha1"), 1e-3, "alpha1");
        prior.Beta1.ShouldBeRelatively(Value("beta1"), 1e-3, "beta1");
        prior.Alpha2.ShouldBeRelatively(Value("alpha2"), 1e-3, "alpha2");
        prior.Beta2.ShouldBeRelatively(Value("beta2"), 1e-3, "beta2");
        prior.Weight.ShouldBeRelatively(Value("P"), 1e-3, "P");
    }

    [SharedDataFact("golden/ebgm_scores.csv")]
    public void Scores_AgainstOpenEbgm_Agree()
    {
        GoldenFile result = GoldenFile.Read("ebgm_hyper_result.csv");
        double[] values = [.. result.Rows.Select(row => result.Number(row, "value"))];
        GammaMixturePrior prior = new(values[0], values[1], values[2], values[3], values[4]);
        GoldenFile file = GoldenFile.Read("ebgm_scores.csv");
        foreach (string[] row in file.Rows)
        {
            int count = file.Integer(row, "N");
            double expected = file.Number(row, "E");
            prior.PosteriorWeight(count, expected).ShouldBeRelatively(file.Number(row, "q"), 1e-8, "q");
            prior.GeometricMean(count, expected).ShouldBeRelatively(file.Number(row, "EBGM"), 1e-8, "EBGM");
            prior.Quantile(count, expected, 0.05).ShouldBe(file.Number(row, "EB05"), 1e-5);
            prior.Quantile(count, expected, 0.95).ShouldBe(file.Number(row, "EB95"), 1e-5);
        }
    }

    [SharedDataFact("golden/log_odds_dirichlet.csv")]
    public void LogOdds_AgainstR_Agree()
    {
        GoldenFile file = GoldenFile.Read("log_odds_dirichlet.csv");
        double total = file.Rows.Sum(row => file.Number(row, "count_spike"));
        double rest = file.Rows.Sum(row => file.Number(row, "count_rest"));
        double informative = file.Rows.Sum(row => file.Number(row, "alpha_informative"));
        foreach (string[] row in file.Rows)
        {
            WordLogOdds word = WordLogOdds.Compare(file.Number(row, "count_spike"), total, file.Number(row, "count_rest"), rest, file.Number(row, "alpha_informative"), informative);
            word.Delta.ShouldBeRelatively(file.Number(row, "delta_informative"), 1e-10, row[0]);
            word.ZScore.ShouldBeRelatively(file.Number(row, "z_informative"), 1e-10, row[0]);
            WordLogOdds flat = WordLogOdds.Compare(file.Number(row, "count_spike"), total, file.Number(row, "count_rest"), rest, 0.01, 0.01 * file.Rows.Count);
            flat.ZScore.ShouldBeRelatively(file.Number(row, "z_flat001"), 1e-10, row[0]);
        }
    }

    [SharedDataFact("golden/scan_llr.csv")]
    public void ScanStatistic_AgainstR_Agrees()
    {
        GoldenFile file = GoldenFile.Read("scan_llr.csv");
        foreach (string[] row in file.Rows)
        {
            ScanStatistic.LogLikelihoodRatio(file.Integer(row, "c"), file.Number(row, "E"), file.Integer(row, "C")).ShouldBeRelatively(file.Number(row, "llr"), 1e-12, string.Join(',', row));
        }
    }
}

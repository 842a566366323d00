using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Insights.Statistics;

/// <summary>Fits the five hyperparameters of <see cref="GammaMixturePrior"/> by maximum likelihood over the table of all combinations (DuMouchel 1999, p. 181).</summary>
public static class GammaMixturePriorTrainer
{
    private const double ConvergenceTolerance = 1e-12;
    private const int MaximumIterations = 20_000;
    private const int Restarts = 4;

    /// <summary>DuMouchel's starting point (1999, p. 181): one component spread widely, one around 1.</summary>
    private static readonly GammaMixturePrior Start = new(0.2, 0.1, 2, 4, 1.0 / 3);

    /// <summary>Fits the prior.</summary>
    /// <param name="cells">Count (≥ 1), expected count (> 0) and how many cells share them.</param>
    /// <returns>The prior and the negative log-likelihood reached.</returns>
    public static (GammaMixturePrior Prior, double NegativeLogLikelihood) Fit(IReadOnlyList<(int Count, double Expected, double Cells)> cells)
    {
        double Objective(Vector<double> at)
        {
            GammaMixturePrior prior = Decode(at);
            double sum = 0;
            foreach ((int count, double expected, double weight) in cells)
            {
                sum -= weight * prior.LogTruncatedMass(count, expected);
            }

            return double.IsFinite(sum) ? sum : double.MaxValue;
        }

        IObjectiveFunction objective = ObjectiveFunction.Value(Objective);
        Vector<double> point = Encode(Start);
        double reached = double.MaxValue;

        // The simplex can collapse early: restart it around its own result until that no longer helps.
        for (int restart = 0; restart < Restarts; restart++)
        {
            MinimizationResult result = new NelderMeadSimplex(ConvergenceTolerance, MaximumIterations).FindMinimum(objective, point);
            point = result.MinimizingPoint;
            reached = result.FunctionInfoAtMinimum.Value;
        }

        return (Decode(point), reached);
    }

    private static Vector<double> Encode(GammaMixturePrior prior) => Vector<double>.Build.DenseOfArray(
        [Math.Log(prior.Alpha1), Math.Log(prior.Beta1), Math.Log(prior.Alpha2), Math.Log(prior.Beta2), Math.Log(prior.Weight / (1 - prior.Weight))]);

    private static GammaMixturePrior Decode(Vector<double> at) =>
        new(Math.Exp(at[0]), Math.Exp(at[1]), Math.Exp(at[2]), Math.Exp(at[3]), 1 / (1 + Math.Exp(-at[4])));
}

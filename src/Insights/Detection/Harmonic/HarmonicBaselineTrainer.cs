using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// Fits <see cref="HarmonicBaseline"/>: quasi-Poisson regression on level, trend and two harmonics with normal priors, in turns with weights that set past
/// outbreaks aside. <see cref="Fit"/> does it in full; <see cref="Extend"/> adds a few newer periods by a single Newton step whose sums over the fitted
/// periods are kept, so a verdict costs no pass over the history. Not thread-safe: one instance a series.
/// Sources: P. McCullagh and J. Nelder (1989), Generalized Linear Models, ch. 9; C. P. Farrington and others (1996), JRSS A 159, pp. 551–553 (the model).
/// </summary>
public sealed class HarmonicBaselineTrainer
{
    internal const double LargestPredictor = 30;
    private const int FirstSteps = 8;
    private const int WeightRounds = 3;
    private const int StepsARound = 2;

    /// <summary>The largest step in any coefficient at which the iteration has settled.</summary>
    private const double StepTolerance = 1e-4;

    /// <summary>Half a case, so that a series of zeros has a level.</summary>
    private const double LevelPriorCases = 0.5;

    /// <summary>Degrees of freedom a typical form takes.</summary>
    private const double FormParameters = 3;

    private readonly HarmonicDesign design;
    private readonly double[] counts;
    private readonly double[] offsets;
    private readonly double[] means;
    private readonly double[] extendedMeans;
    private readonly double[] weights;
    private readonly OutbreakWeights outbreaks;
    private readonly double periodsAWeek;
    private readonly double[] coefficients = new double[HarmonicDesign.Columns];
    private readonly NewtonSums kept = new();
    private readonly NewtonSums sums = new();
    private double levelPrior;
    private double dispersion = 1;
    private WanderingLevel wandering = WanderingLevel.None;
    private int meansEnd;

    /// <param name="design">Reaches at least as far as the series.</param>
    /// <param name="counts">The whole series; a fit looks only at the periods it is asked to.</param>
    /// <param name="populations">What each count is held against; null for none.</param>
    public HarmonicBaselineTrainer(HarmonicDesign design, ReadOnlySpan<int> counts, IReadOnlyList<double>? populations = null)
    {
        const double weeksPerYear = 52;
        this.design = design;
        periodsAWeek = design.PeriodsPerYear / weeksPerYear;
        this.counts = new double[counts.Length];
        offsets = populations is null ? [] : new double[counts.Length];
        for (int period = 0; period < counts.Length; period++)
        {
            this.counts[period] = counts[period];
            if (populations is not null)
            {
                offsets[period] = Math.Log(populations[period]);
            }
        }

        means = new double[counts.Length];
        extendedMeans = new double[counts.Length];
        weights = new double[counts.Length];
        outbreaks = new OutbreakWeights(this.counts, means);
    }

    /// <summary>How many periods the newest <see cref="Fit"/> rests on; 0 before the first.</summary>
    public int FittedPeriods { get; private set; }

    /// <summary>Fits to the first <paramref name="periods"/> periods, from nothing, so that the result does not depend on earlier fits.</summary>
    public void Fit(int periods)
    {
        FittedPeriods = periods;
        Start(periods);
        weights.AsSpan(0, periods).Fill(1);
        Iterate(periods, FirstSteps);
        for (int round = 0; round < WeightRounds; round++)
        {
            outbreaks.Update(0, periods, dispersion, weights);
            Iterate(periods, StepsARound);
        }

        wandering = WanderingLevel.Estimate(counts, means, periods, dispersion, periodsAWeek);
        kept.Clear();
        kept.Add(design, periods, counts, means, weights, 0, Math.Max(0, periods - OutbreakLikelihood.Length + 1));
    }

    /// <summary>The course with the periods since the fit added: what is known before period number <paramref name="periods"/>.</summary>
    public HarmonicBaseline Extend(int periods)
    {
        UpdateMeans(meansEnd, periods);
        int changed = Math.Max(0, FittedPeriods - OutbreakLikelihood.Length + 1);
        outbreaks.Update(changed, periods, dispersion, weights);
        sums.CopyFrom(kept);
        sums.Add(design, FittedPeriods, counts, means, weights, changed, periods);
        double around = Math.Max(1, DispersionOf(sums) * wandering.DispersionShare);
        Span<double> step = stackalloc double[HarmonicDesign.Columns];
        double[] covariance = Solve(sums, around, step);
        double[] extended = [.. coefficients];
        Add(step, extended);
        return new HarmonicBaseline(design, FittedPeriods, extended, covariance, around, periods, LevelOf(extended, periods, around));
    }

    private (double Factor, double Variance) LevelOf(double[] extended, int periods, double around)
    {
        if (wandering.Variance == 0)
        {
            return (1, 0);
        }

        int first = Math.Max(0, periods - wandering.PeriodsTracked);
        FillMeans(extended, first, periods, extendedMeans);
        return wandering.Track(counts.AsSpan(first, periods - first), extendedMeans.AsSpan(first, periods - first), around);
    }

    private void Start(int periods)
    {
        double total = LevelPriorCases;
        double exposure = 0;
        for (int period = 0; period < periods; period++)
        {
            total += counts[period];
            exposure += offsets.Length == 0 ? 1 : Math.Exp(offsets[period]);
        }

        Array.Clear(coefficients);
        levelPrior = Math.Log(total / exposure);
        coefficients[0] = levelPrior;
        dispersion = 1;
        UpdateMeans(0, periods);
    }

    /// <summary>Newton steps towards the maximum of the penalised weighted quasi-likelihood, then the dispersion around it.</summary>
    private void Iterate(int periods, int steps)
    {
        Span<double> step = stackalloc double[HarmonicDesign.Columns];
        for (int taken = 0; taken < steps; taken++)
        {
            sums.Clear();
            sums.Add(design, FittedPeriods, counts, means, weights, 0, periods);
            Solve(sums, dispersion, step);
            double largest = Add(step, coefficients);
            UpdateMeans(0, periods);
            if (largest < StepTolerance)
            {
                break;
            }
        }

        sums.Clear();
        sums.AddSquares(counts, means, weights, 0, periods);
        dispersion = Math.Max(1, DispersionOf(sums));
    }

    private static double DispersionOf(NewtonSums sums) => sums.Squares / Math.Max(1, sums.Weight - FormParameters);

    /// <summary>Bounded, as sparse series would run off before they turn. Returns the largest change.</summary>
    private static double Add(ReadOnlySpan<double> step, double[] coefficients)
    {
        double largest = 0;
        for (int column = 0; column < step.Length; column++)
        {
            double bounded = Math.Clamp(step[column], -1, 1);
            coefficients[column] += bounded;
            largest = Math.Max(largest, Math.Abs(bounded));
        }

        return largest;
    }

    /// <summary>The Newton step; returns the posterior covariance.</summary>
    private double[] Solve(NewtonSums from, double around, Span<double> step)
    {
        const int size = HarmonicDesign.Columns;
        Span<double> matrix = stackalloc double[size * size];
        for (int i = 0; i < size; i++)
        {
            double precision = 1 / (HarmonicBaseline.PriorDeviations[i] * HarmonicBaseline.PriorDeviations[i]);
            step[i] = (from.Gradient[i] / around) - (precision * (coefficients[i] - (i == 0 ? levelPrior : 0)));
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * size) + j] = from.Information[(i * size) + j] / around;
            }

            matrix[(i * size) + i] += precision;
        }

        CholeskyFactor factor = CholeskyFactor.Of(size, matrix) ?? throw new InvalidOperationException("The information of a course with priors is not positive definite.");
        factor.Solve(step);
        return factor.Inverse();
    }

    private void UpdateMeans(int first, int end)
    {
        FillMeans(coefficients, first, end, means);
        meansEnd = end;
    }

    private void FillMeans(double[] from, int first, int end, double[] filled)
    {
        ReadOnlySpan<double> cosine = design.Wave(0);
        ReadOnlySpan<double> sine = design.Wave(1);
        ReadOnlySpan<double> secondCosine = design.Wave(2);
        ReadOnlySpan<double> secondSine = design.Wave(3);
        double growth = from[1] / design.PeriodsPerYear;
        for (int period = first; period < end; period++)
        {
            double predictor = from[0] + (growth * (period - FittedPeriods))
                + (from[2] * cosine[period]) + (from[3] * sine[period]) + (from[4] * secondCosine[period]) + (from[5] * secondSine[period]);
            filled[period] = Math.Exp(Math.Clamp(predictor + (offsets.Length == 0 ? 0 : offsets[period]), -LargestPredictor, LargestPredictor));
        }
    }
}

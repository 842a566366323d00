using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Fits up to <see cref="Lanes"/> one-versus-rest linear classifiers at once by coordinate descent in the dual. One visit of a row serves all classifiers,
/// so that each weight is fetched from memory once for all of them.
/// L2-loss support vector machine: Hsieh, Chang, Lin, Keerthi and Sundararajan (2008), A dual coordinate descent method for large-scale linear SVM, algorithm 1, p. 410.
/// Logistic regression: Yu, Huang and Lin (2011), Dual coordinate descent methods for logistic regression and maximum entropy models, algorithm 5, p. 53.
/// The intercept is one more feature of value 1.
/// </summary>
internal sealed class DualCoordinateDescent
{
    /// <summary>How many classifiers are fitted at once: one cache line of weights.</summary>
    public const int Lanes = 16;

    private const int Half = Lanes / 2;

    private readonly SparseRows rows;
    private readonly LinearTrainingOptions options;
    private readonly float[] signs;
    private readonly float[] costs;
    private readonly float[] weightOfRow;
    private readonly float[] alphas;
    private readonly float[] squaredLengths;
    private readonly LaneWeights weights;

    /// <param name="rows">The rows as the head sees them.</param>
    /// <param name="signs">+1, −1 or 0 (lane not in use) for each row and lane.</param>
    /// <param name="costs">C of each row and lane: 2·lane for negative, 2·lane + 1 for positive rows.</param>
    /// <param name="weightOfRow">Factor on the costs of a row.</param>
    /// <param name="options">Settings.</param>
    private DualCoordinateDescent(SparseRows rows, float[] signs, float[] costs, float[] weightOfRow, LinearTrainingOptions options)
    {
        this.rows = rows;
        this.signs = signs;
        this.costs = costs;
        this.weightOfRow = weightOfRow;
        this.options = options;
        alphas = new float[rows.RowCount * Lanes];
        weights = new LaneWeights(rows.ColumnCount);
        squaredLengths = SquaredLengths(rows);
    }

    /// <summary>Fits on the training rows.</summary>
    public static LinearFit Fit(SparseRows rows, ReadOnlySpan<int> trainingRows, float[] signs, float[] costs, float[] weightOfRow, LinearTrainingOptions options)
    {
        var descent = new DualCoordinateDescent(rows, signs, costs, weightOfRow, options);
        int[] order = trainingRows.ToArray();
        return options.Loss == LinearLoss.SquaredHinge ? descent.Descend(order) : descent.DescendLogistic(order);
    }

    private LinearFit Descend(int[] order)
    {
        var random = new SeededRandom(options.Seed);
        int active = order.Length;
        int epoch = 0;
        bool converged = false;
        while (epoch < options.MostEpochs && !converged)
        {
            epoch++;
            random.Shuffle(order.AsSpan(0, active));
            bool sawAll = active == order.Length;
            float violation = Pass(order, ref active);
            if (violation <= options.Tolerance)
            {
                // Rows left out as settled may have become unsettled: only a pass over all of them proves the optimum.
                converged = sawAll;
                active = order.Length;
            }
        }

        return new LinearFit(weights, epoch, converged);
    }

    /// <summary>Visits the active rows; rows that are settled in every lane go behind the active ones.</summary>
    private float Pass(int[] order, ref int active)
    {
        float violation = 0;
        for (int position = 0; position < active;)
        {
            float ofRow = Visit(order[position]);
            violation = Math.Max(violation, ofRow);
            if (ofRow > 0)
            {
                position++;
            }
            else
            {
                active--;
                (order[position], order[active]) = (order[active], order[position]);
            }
        }

        return violation;
    }

    /// <summary>One step for one row in every lane; returns the largest violation of the optimality conditions before it.</summary>
    private float Visit(int row)
    {
        ReadOnlySpan<int> columns = rows.ColumnsOf(row);
        ReadOnlySpan<float> values = rows.ValuesOf(row);
        (Vector256<float> low, Vector256<float> high) = weights.Score(columns, values);
        int at = row * Lanes;
        Vector256<float> lowStep = Step(low, at, 0, row, out Vector256<float> lowViolation);
        Vector256<float> highStep = Step(high, at, Half, row, out Vector256<float> highViolation);
        if (lowStep != Vector256<float>.Zero || highStep != Vector256<float>.Zero)
        {
            weights.Add(columns, values, lowStep, highStep);
        }

        Vector256<float> both = Vector256.Max(lowViolation, highViolation);
        float largest = 0;
        for (int lane = 0; lane < Half; lane++)
        {
            largest = Math.Max(largest, both[lane]);
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Step(Vector256<float> score, int at, int offset, int row, out Vector256<float> violation)
    {
        ref float signStart = ref MemoryMarshal.GetArrayDataReference(signs);
        ref float alphaStart = ref MemoryMarshal.GetArrayDataReference(alphas);
        Vector256<float> sign = Vector256.LoadUnsafe(ref signStart, (nuint)(at + offset));
        Vector256<float> alpha = Vector256.LoadUnsafe(ref alphaStart, (nuint)(at + offset));
        Vector256<float> positive = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(costs), (nuint)(Lanes + offset));
        Vector256<float> negative = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(costs), (nuint)offset);
        Vector256<float> zero = Vector256<float>.Zero;

        // The dual of the squared hinge adds 1 / (2C) to the diagonal.
        Vector256<float> diagonal = Vector256.Create(0.5f / weightOfRow[row]) / Vector256.ConditionalSelect(Vector256.GreaterThan(sign, zero), positive, negative);
        Vector256<float> gradient = (sign * score) - Vector256<float>.One + (diagonal * alpha);
        Vector256<float> projected = Vector256.ConditionalSelect(Vector256.Equals(alpha, zero), Vector256.Min(gradient, zero), gradient);
        Vector256<float> inUse = sign * sign;
        violation = Vector256.Abs(projected) * inUse;
        Vector256<float> curvature = Vector256.Create(squaredLengths[row]) + diagonal;
        Vector256<float> next = Vector256.Max(alpha - (gradient / curvature), zero) * inUse;
        Vector256.StoreUnsafe(next, ref alphaStart, (nuint)(at + offset));
        return (next - alpha) * sign;
    }

    private LinearFit DescendLogistic(int[] order)
    {
        foreach (int row in order)
        {
            StartLogistic(row);
        }

        var random = new SeededRandom(options.Seed);
        int epoch = 0;
        float violation = float.MaxValue;
        while (epoch < options.MostEpochs && violation > options.Tolerance)
        {
            epoch++;
            random.Shuffle(order);
            violation = 0;
            foreach (int row in order)
            {
                violation = Math.Max(violation, VisitLogistic(row));
            }
        }

        return new LinearFit(weights, epoch, violation <= options.Tolerance);
    }

    private void StartLogistic(int row)
    {
        Span<float> steps = stackalloc float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            int at = (row * Lanes) + lane;
            alphas[at] = signs[at] == 0 ? 0 : LogisticStep.FirstAlpha(CostOf(row, lane));
            steps[lane] = alphas[at] * signs[at];
        }

        weights.Add(rows.ColumnsOf(row), rows.ValuesOf(row), Vector256.Create<float>(steps[..Half]), Vector256.Create<float>(steps[Half..]));
    }

    private float VisitLogistic(int row)
    {
        (Vector256<float> low, Vector256<float> high) = weights.Score(rows.ColumnsOf(row), rows.ValuesOf(row));
        Span<float> steps = stackalloc float[Lanes];
        low.CopyTo(steps);
        high.CopyTo(steps[Half..]);
        float largest = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            int at = (row * Lanes) + lane;
            if (signs[at] == 0)
            {
                steps[lane] = 0;
                continue;
            }

            float next = LogisticStep.Solve(alphas[at], CostOf(row, lane), squaredLengths[row], signs[at] * steps[lane], out float violation);
            steps[lane] = (next - alphas[at]) * signs[at];
            alphas[at] = next;
            largest = Math.Max(largest, violation);
        }

        weights.Add(rows.ColumnsOf(row), rows.ValuesOf(row), Vector256.Create<float>(steps[..Half]), Vector256.Create<float>(steps[Half..]));
        return largest;
    }

    private float CostOf(int row, int lane) => weightOfRow[row] * costs[signs[(row * Lanes) + lane] > 0 ? Lanes + lane : lane];

    private static float[] SquaredLengths(SparseRows rows)
    {
        var lengths = new float[rows.RowCount];
        for (int row = 0; row < lengths.Length; row++)
        {
            float sum = 1; // the intercept's feature
            foreach (float value in rows.ValuesOf(row))
            {
                sum += value * value;
            }

            lengths[row] = sum;
        }

        return lengths;
    }
}
